package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/ajar-decision/ajar/profiles/disk"
)

// WasRead reports whether writing to a file would destroy what was read, be it
// through a link, under another name of the same file or through standard input.
func (f *Files) WasRead(name string) bool {
	info, err := os.Stat(f.Resolve(name))
	if err == nil && !info.Mode().IsRegular() {
		return false
	}
	return slices.ContainsFunc(f.read, func(input string) bool {
		if input == Stdin {
			return os.SameFile(f.statStdin(), info)
		}
		return f.AreSame(input, name)
	})
}

// statStdin looks at the file that standard input comes from, nil if it is none.
func (f *Files) statStdin() fs.FileInfo {
	file, ok := f.stdin.(*os.File)
	if !ok {
		return nil
	}
	info, err := file.Stat()
	if err != nil {
		return nil
	}
	return info
}

// AreSame reports whether two names are those of one file, be it there or not yet.
func (f *Files) AreSame(name, other string) bool {
	if f.place(name) == f.place(other) {
		return true
	}
	a, err := os.Stat(f.Resolve(name))
	if err != nil {
		return false
	}
	b, err := os.Stat(f.Resolve(other))
	return err == nil && os.SameFile(a, b)
}

// place gives the absolute path that a name leads to over links.
func (f *Files) place(name string) string {
	path := disk.Follow(f.Resolve(name))
	if !filepath.IsAbs(path) {
		path = filepath.Join(followLinks("."), path)
	}
	return filepath.Clean(path)
}
