package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// memory is a disk whose every step can be made to fail.
type memory struct {
	files map[string]string
	fail  string // the step that fails
	room  int    // bytes that still fit
	// locked are the files that other programs hold, until freed pauses have passed.
	locked        map[string]bool
	paused, freed int
}

const private fs.FileMode = 0o600

var errDisk = errors.New("input/output error")

func (m *memory) step(name string) error {
	if m.fail == name {
		return errDisk
	}
	return nil
}

func (m *memory) system() *system {
	return &system{
		resolve: func(path string) (string, bool, error) { return path, false, nil },
		lock: func(path string) (func(), error) {
			if m.locked[path] {
				return nil, ErrBusy
			}
			return func() {}, m.step("lock")
		},
		pause: func() {
			if m.paused++; m.paused == m.freed {
				m.locked = nil
			}
		},
		stat: func(path string) (fs.FileInfo, error) {
			if _, ok := m.files[path]; !ok {
				return nil, fs.ErrNotExist
			}
			return regularFile{}, m.step("stat")
		},
		writable: func(string) error { return m.step("writable") },
		read: func(path string) ([]byte, error) {
			text, ok := m.files[path]
			if !ok {
				return nil, fs.ErrNotExist
			}
			return []byte(text), m.step("read")
		},
		create: func(path string, _ fs.FileMode) (newFile, error) {
			if _, ok := m.files[path]; ok {
				return nil, fs.ErrExist
			}
			if err := m.step("create"); err != nil {
				return nil, err
			}
			m.files[path] = ""
			return &memoryFile{m, path}, nil
		},
		rename: func(from, to string) error {
			if err := m.step("rename"); err != nil {
				return err
			}
			m.files[to] = m.files[from]
			delete(m.files, from)
			return nil
		},
		remove: func(path string) error {
			if _, ok := m.files[path]; !ok {
				return fs.ErrNotExist
			}
			if err := m.step("remove"); err != nil {
				return err
			}
			delete(m.files, path)
			return nil
		},
		sync: func(string) {},
	}
}

// regularFile is what the disk says of a file.
type regularFile struct{ fs.FileInfo }

func (regularFile) Mode() fs.FileMode { return 0o644 }

type memoryFile struct {
	m    *memory
	path string
}

func (f *memoryFile) Write(data []byte) (int, error) {
	n := min(len(data), f.m.room)
	f.m.files[f.path] += string(data[:n])
	if n < len(data) {
		return n, errors.New("no space left on device")
	}
	return n, f.m.step("write")
}
func (f *memoryFile) Sync() error    { return f.m.step("sync") }
func (*memoryFile) Take(fs.FileInfo) {}
func (f *memoryFile) Publish() error { return f.m.step("publish") }

func (f *memoryFile) Discard() { delete(f.m.files, f.path) }

func newText([]byte) ([]byte, error) { return []byte("new text"), nil }

func TestWhateverFailsTheOldFileStays(t *testing.T) {
	t.Parallel()
	for _, step := range []string{"stat", "writable", "read", "lock", "create", "write", "sync", "publish", "rename"} {
		for _, careful := range []bool{true, false} {
			m := &memory{files: map[string]string{"p.yaml": "old"}, fail: step, room: 100}
			err := m.system().replaceFile("p.yaml", private, newText, careful)
			require.ErrorIs(t, err, errDisk, step)
			require.Equal(t, map[string]string{"p.yaml": "old"}, m.files, "%s: nothing is left behind", step)
		}
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	for room := range len("new text") {
		m := &memory{files: map[string]string{"p.yaml": "old"}, room: room}
		require.ErrorContains(t, m.system().replaceFile("p.yaml", private, newText, true), "no space left on device")
		require.Equal(t, map[string]string{"p.yaml": "old"}, m.files)
	}
	m := &memory{files: map[string]string{}, room: 8}
	require.NoError(t, m.system().replaceFile("p.yaml", private, newText, true))
	require.Equal(t, map[string]string{"p.yaml": "new text"}, m.files)
}

func TestTwoProgramsDoNotLoseEachOthersChanges(t *testing.T) {
	t.Parallel()
	m := &memory{files: map[string]string{"p.yaml": "old"}, room: 100}
	err := m.system().replaceFile("p.yaml", private, func(old []byte) ([]byte, error) {
		if string(old) == "old" {
			m.files["p.yaml"] = "theirs" // while we make up our mind
		}
		return append(old, " and ours"...), nil
	}, true)
	require.NoError(t, err, "asked again with what stands there now")
	require.Equal(t, map[string]string{"p.yaml": "theirs and ours"}, m.files)

	again := 0
	err = m.system().replaceFile("p.yaml", private, func([]byte) ([]byte, error) {
		again++
		m.files["p.yaml"] = fmt.Sprint("theirs ", again)
		return []byte("ours"), nil
	}, true)
	require.ErrorIs(t, err, ErrChanged, "not for ever")
	require.Equal(t, map[string]string{"p.yaml": "theirs 300"}, m.files)

	m = &memory{files: map[string]string{"d/p.yaml": "old", "d/.p.yaml.new": "half"}, room: 100, locked: map[string]bool{"d/p.yaml": true}}
	err = m.system().replaceFile("d/p.yaml", private, newText, false)
	require.ErrorIs(t, err, ErrBusy)
	require.Equal(t, map[string]string{"d/p.yaml": "old", "d/.p.yaml.new": "half"}, m.files, "the other's work is left alone")

	m.paused, m.freed = 0, 20
	require.NoError(t, m.system().replaceFile("d/p.yaml", private, newText, false), "the other was killed while we waited")
	require.Equal(t, 20, m.paused)
	require.Equal(t, map[string]string{"d/p.yaml": "new text"}, m.files)

	m = &memory{files: map[string]string{"p.yaml": "old"}, fail: "remove", room: 1}
	require.ErrorContains(t, m.system().replaceFile("p.yaml", private, newText, true), "no space left", "the first error counts")
	require.Equal(t, "old", m.files["p.yaml"])
}

func TestUpdateAsksFirst(t *testing.T) {
	t.Parallel()
	m := &memory{files: map[string]string{"p.yaml": "old"}, fail: "lock", room: 100}
	require.NoError(t, m.system().replaceFile("p.yaml", private, func(old []byte) ([]byte, error) { return old, nil }, true), "the same text is not written")
	no := errors.New("no")
	require.ErrorIs(t, m.system().replaceFile("p.yaml", private, func([]byte) ([]byte, error) { return nil, no }, true), no)
	require.NoError(t, (&memory{files: map[string]string{}, room: 9}).system().replaceFile("p.yaml", private, func(old []byte) ([]byte, error) {
		require.Nil(t, old, "no file, no bytes")
		return []byte("x"), nil
	}, true))
}

func TestSaveOnDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "p.yaml")
	require.NoError(t, Save(path, []byte("one"), private))
	requireFile(t, path, "one", 0o600)
	require.NoError(t, os.Chmod(path, 0o664))
	require.NoError(t, Save(path, []byte("two"), private))
	requireFile(t, path, "two", 0o664)
	link := filepath.Join(dir, "link.yaml")
	require.NoError(t, os.Symlink("p.yaml", link))
	require.NoError(t, Save(link, []byte("three"), private))
	requireFile(t, path, "three", 0o664)
	to, err := os.Readlink(link)
	require.NoError(t, err)
	require.Equal(t, "p.yaml", to, "a link stays a link")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2, "nothing is left behind")
	require.ErrorContains(t, Save(dir, nil, private), "is a directory")
	require.ErrorContains(t, Save(filepath.Join(dir, "none", "p.yaml"), nil, private), "no such file")
}

func requireFile(t *testing.T, path, text string, mode fs.FileMode) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, text, string(data))
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, mode, info.Mode().Perm())
}

// Many writers at once, each of which tries again when another was there.
func TestManyWritersAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "p.yaml")
	var all sync.WaitGroup
	for w := range 4 {
		all.Go(func() {
			for i := range 10 {
				line := fmt.Sprintf("%d.%d\n", w, i)
				err := ErrBusy
				for errors.Is(err, ErrBusy) || errors.Is(err, ErrChanged) {
					err = Update(path, private, func(old []byte) ([]byte, error) { return append(old, line...), nil })
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	for w := range 4 {
		for i := range 10 {
			require.Equal(t, 1, strings.Count(string(data), fmt.Sprintf("%d.%d\n", w, i)))
		}
	}
}

// A lock counts as long as somebody holds it, and leaves nothing behind.
func TestLock(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "p")
	release, err := acquireLock(path)
	require.NoError(t, err)
	_, err = acquireLock(path)
	require.ErrorIs(t, err, ErrBusy)
	release()
	requireOnly(t, dir)
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".p.new"), []byte("half"), 0o600))
	require.NoError(t, Save(path, []byte("whole"), private), "left behind by a program that was killed")
	requireFile(t, path, "whole", 0o600)
	requireOnly(t, dir, "p")
}

// requireOnly wants a folder to hold just these files.
func requireOnly(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	require.Equal(t, want, names)
}

// Where a folder cannot be locked there is a lock file. One that was left behind locks
// nobody out, and nothing is written through a link that stands in its place.
func TestLockFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), ".p.lock")
	release, err := acquireLockFile(path)
	require.NoError(t, err)
	_, err = acquireLockFile(path)
	require.ErrorIs(t, err, ErrBusy)
	release()
	require.NoFileExists(t, path)
	if runtime.GOOS == "windows" {
		return // where the system removes the file with its owner
	}
	require.NoError(t, os.WriteFile(path, nil, 0o600))
	release, err = acquireLockFile(path)
	require.NoError(t, err)
	release()
	require.NoFileExists(t, path)

	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	require.NoError(t, os.Symlink(elsewhere, path))
	_, err = acquireLockFile(path)
	require.ErrorIs(t, err, errLockIsLink)
	require.NoFileExists(t, elsewhere)
}

func TestWriteIsWholeOrNothing(t *testing.T) {
	t.Parallel()
	for _, step := range []string{"stat", "writable", "create", "write", "sync", "publish", "rename"} {
		m := &memory{files: map[string]string{"r.json": "old"}, fail: step, room: 100}
		require.ErrorIs(t, m.system().writeFile("r.json", []byte("new"), private), errDisk, step)
		require.Equal(t, map[string]string{"r.json": "old"}, m.files, "%s: nothing is left behind", step)
	}
	m := &memory{files: map[string]string{"r.json": "old"}, room: 100, locked: map[string]bool{"r.json": true}}
	require.NoError(t, m.system().writeFile("r.json", []byte("new"), private), "a lock is nothing to a result")
	require.Equal(t, map[string]string{"r.json": "new"}, m.files)
}

func TestCreate(t *testing.T) {
	t.Parallel()
	for _, step := range []string{"create", "write", "sync", "publish"} {
		m := &memory{files: map[string]string{}, fail: step, room: 100}
		require.ErrorIs(t, m.system().createNew("n.yaml", []byte("new"), private), errDisk, step)
		require.Empty(t, m.files, step)
	}
	path := filepath.Join(t.TempDir(), "n.yaml")
	require.NoError(t, Create(path, []byte("one"), private))
	require.ErrorIs(t, Create(path, []byte("two"), private), fs.ErrExist)
	requireFile(t, path, "one", private)
}

// A rename would put a file in the place of a device.
func TestDevices(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		return // where they are no files
	}
	require.NoError(t, Write(os.DevNull, []byte("x"), private))
	require.ErrorIs(t, Save(os.DevNull, []byte("x"), private), ErrNotRegular)
	require.ErrorIs(t, CanSave(os.DevNull, private), ErrNotRegular)
	require.ErrorIs(t, Update(os.DevNull, private, func(old []byte) ([]byte, error) { return old, nil }), ErrNotRegular)
	info, err := os.Stat(os.DevNull)
	require.NoError(t, err)
	require.False(t, info.Mode().IsRegular())
	require.ErrorContains(t, Write(t.TempDir(), nil, private), "is a directory")
}

func TestWriteOnDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "r.md")
	require.NoError(t, Write(path, []byte("one"), private))
	requireFile(t, path, "one", private)
	require.NoError(t, os.Chmod(path, 0o666))
	link := filepath.Join(dir, "link.md")
	require.NoError(t, os.Symlink("r.md", link))
	require.NoError(t, Write(link, []byte("two"), private))
	requireFile(t, path, "two", 0o666)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2, "nothing is left behind, and the link is one")
}
