package gate

import (
	"path/filepath"

	"github.com/ajar-decision/ajar/rules/diag"
)

// CheckOwner refuses a lock that is that of another profile. With the same answers it
// can be compared with all the same, but not be written over. IsAnother says whether
// there is a file of that path, which is not the profile.
func (c *Input) CheckOwner(update bool, isAnother func(path, profile string) bool) error {
	if c.Lock == nil || !update && c.Lock.Profile.Digest == c.Profile.Digest() {
		return nil
	}
	beside := func(file string) bool {
		return isAnother(filepath.Join(filepath.Dir(c.Name), file), c.Name) || isAnother(filepath.Join(filepath.Dir(c.LockPath), file), c.Name)
	}
	if c.Lock.IsOf(c.File, &c.Profile, beside) {
		return nil
	}
	return diag.LockOfAnother(diag.Pos{}, c.LockPath, c.Lock.Profile.File)
}
