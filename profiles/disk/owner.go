package disk

import (
	"io/fs"
	"os"
)

// takeOwnerAndMode is as much as the system lets us: only root gives files away,
// others may pass them on to a group that they belong to, and some file systems
// know neither owners nor modes. The mode comes last, since a new owner takes
// bits from it, and is exact: no umask takes rights from it.
func takeOwnerAndMode(f *os.File, from fs.FileInfo) {
	if uid, gid, ok := ownerOf(from); ok {
		if f.Chown(uid, gid) != nil {
			_ = f.Chown(-1, gid)
		}
	}
	_ = f.Chmod(from.Mode().Perm())
}
