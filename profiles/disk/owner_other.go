//go:build !unix

package disk

import "io/fs"

// ownerOf tells nothing: this system has owners of another kind.
func ownerOf(fs.FileInfo) (uid, gid int, ok bool) { return 0, 0, false }
