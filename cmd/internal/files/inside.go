package files

import (
	"io"
	"os"
	"path/filepath"

	"github.com/ajar-decision/ajar/rules/diag"
)

// OpenInside is [Files.Open] for what lies, links followed, in the folder that a file
// belongs to: the repository that it is in, else the working directory if it is in there,
// else its own folder. Anything else is AJ444.
func (f *Files) OpenInside(of string) func(name string) (io.ReadCloser, error) {
	folder := f.findHome(of)
	return func(name string) (io.ReadCloser, error) {
		if path := followLinks(f.Resolve(name)); !isInside(folder, path) {
			return nil, diag.ExtendedOutside(diag.Pos{}, name, folder)
		}
		return f.Open(name)
	}
}

// findHome finds the folder that a file belongs to.
func (f *Files) findHome(of string) string {
	own := filepath.Dir(followLinks(f.Resolve(of)))
	for folder := own; ; folder = filepath.Dir(folder) {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return folder
		}
		if folder == filepath.Dir(folder) {
			break
		}
	}
	if here := followLinks(f.WorkDir()); isInside(here, own) {
		return here
	}
	return own
}

// followLinks gives the absolute path that a path leads to; of what is not there, the path
// as it is written.
func followLinks(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

// isInside reports whether a path is a folder or lies in it.
func isInside(folder, path string) bool {
	to, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(to)
}
