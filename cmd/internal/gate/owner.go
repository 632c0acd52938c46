package gate

import (
	"path/filepath"

	"github.com/ajar-decision/ajar/rules/diag"
)

// CheckOwner refuses a lock that is that of another profile. With the same answers it
// can be compared with all the same, but not be written over. IsThere says whether a
// file, by its path, is there.
func (c *Input) CheckOwner(update bool, isThere func(path string) bool) error {
	if c.Lock == nil || !update && c.Lock.Profile.Digest == c.Profile.Digest() {
		return nil
	}
	beside := func(file string) bool {
		return isThere(filepath.Join(filepath.Dir(c.Name), file)) || isThere(filepath.Join(filepath.Dir(c.LockPath), file))
	}
	if c.Lock.IsOf(c.File, &c.Profile, beside) {
		return nil
	}
	return diag.LockOfAnother(diag.Pos{}, c.LockPath, c.Lock.Profile.File)
}
