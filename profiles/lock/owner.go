package lock

import "github.com/ajar-decision/ajar/engine"

// IsOf reports whether a lock can be that of a profile. File is the name of the
// profile's file without its folder, "" if it is none; isElsewhere says whether a file
// of the name that the lock keeps is there and is not this profile. A profile of
// which the file or the name was renamed is known by the other one, or by its answers,
// and a copy by both. A lock that names no file, written before there was such a key,
// can be that of any profile.
func (l *Lock) IsOf(file string, p *engine.Profile, isElsewhere func(file string) bool) bool {
	was := l.Profile.File
	sameFile, sameName := was == file, l.Profile.Name == p.Name
	switch {
	case was == "" || file == "":
		return true
	case isElsewhere(was):
		return sameFile && sameName && p.Name != ""
	}
	return sameFile || sameName || l.Profile.Digest == p.Digest()
}
