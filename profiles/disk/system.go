package disk

import (
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"time"
)

// ErrChanged says that another program, which knows of no lock, wrote the file
// between reading and writing, again and again.
var ErrChanged = errors.New("changed by someone else meanwhile")

// system is what writing needs of a file system.
type system struct {
	resolve  func(path string) (to string, linked bool, err error)
	lock     func(path string) (release func(), err error)
	pause    func() // before another try
	stat     func(path string) (fs.FileInfo, error)
	writable func(path string) error // of a file that is there
	read     func(path string) ([]byte, error)
	create   func(path string, mode fs.FileMode) (newFile, error)
	open     func(path string) (io.WriteCloser, error) // of what is no regular file
	rename   func(from, to string) error
	remove   func(path string) error
	sync     func(folder string)
}

// newFile is a file that may have no name yet.
type newFile interface {
	io.Writer
	Sync() error
	// Take gives the file the mode and, if that may be, the owner of an old one.
	Take(from fs.FileInfo)
	// Publish closes the file and gives it the name that it was made for; the error is
	// fs.ErrExist if something has it.
	Publish() error
	// Discard closes the file and takes it away.
	Discard()
}

// How often and how long to wait for another program that writes the file: three
// seconds in all, many times what a write takes.
const (
	maxTries          = 300
	pauseBetweenTries = 10 * time.Millisecond
)

// randomName is a part of a name that no other program uses meanwhile.
func randomName() string { return strconv.FormatUint(rand.Uint64(), 36) }

// siblingPath names a file that stands beside another while that is written.
func siblingPath(path, what string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+what)
}
