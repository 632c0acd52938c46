package lock

import "github.com/ajar-decision/ajar/engine"

// IsOf reports whether a lock can be that of a profile. File is the name of the
// profile's file without its folder, "" if it is none; isThere says whether the file
// that the lock names is there still. A profile of which the file or the name was
// renamed is known by the other one, or by its answers. A lock that names no file,
// written before there was such a key, can be that of any profile.
func (l *Lock) IsOf(file string, p *engine.Profile, isThere func(file string) bool) bool {
	was := l.Profile.File
	switch {
	case was == "" || file == "" || was == file:
		return true
	case isThere(was):
		return false
	}
	return l.Profile.Name == p.Name || l.Profile.Digest == p.Digest()
}
