//go:build unix

package rules_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// What is no regular file is not opened, since that can wait for ever, and of one that is
// too large no more is read than shows it. What should be a folder likewise.
func TestFilesThatAreNone(t *testing.T) {
	t.Parallel()
	pipe := func(path string) error { return syscall.Mkfifo(path, 0o600) }
	for name, tc := range map[string]struct {
		what string
		make func(path string) error
		want string
	}{
		"a pipe":                   {"facts.yaml", pipe, "facts.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a pipe among parts":       {"facts/more.yaml", pipe, "facts/more.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a pipe of exclusions":     {"exclusions.yaml", pipe, "exclusions.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a pipe of texts":          {"zh/facts.yaml", pipe, "zh/facts.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a pipe for a folder":      {"facts", pipe, ""},
		"a pipe for all":           {"dimensions", pipe, "dimensions: AJ114 cannot read the pack file: no files"},
		"a device":                 {"bars.yaml", func(path string) error { return os.Symlink("/dev/zero", path) }, "bars.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a gap of 1.5 GB":          {"facts.yaml", func(path string) error { return writeGap(path, 3<<29) }, "facts.yaml: AJ011 the file is larger than 1 MiB"},
		"a pipe of tests":          {"bars_test.yaml", pipe, "bars_test.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a device of tests":        {"own/bars_test.yaml", func(path string) error { return os.Symlink("/dev/zero", path) }, "own/bars_test.yaml: AJ114 cannot read the pack file: not a regular file"},
		"tests of 1.5 GB":          {"bars_test.yaml", func(path string) error { return writeGap(path, 3<<29) }, "bars_test.yaml: AJ011 the file is larger than 1 MiB"},
		"tests linked to itself":   {"bars_test.yaml", func(path string) error { return os.Symlink("bars_test.yaml", path) }, "bars_test.yaml: AJ114 cannot read the pack file: too many levels of symbolic links"},
		"a folder":                 {"facts.yaml", func(path string) error { return os.Mkdir(path, 0o700) }, "facts.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a folder among parts":     {"options/more.yaml", func(path string) error { return os.Mkdir(path, 0o700) }, "options/more.yaml: AJ114 cannot read the pack file: not a regular file"},
		"a link to itself":         {"facts.yaml", func(path string) error { return os.Symlink("facts.yaml", path) }, "facts.yaml: AJ114 cannot read the pack file: too many levels of symbolic links"},
		"a folder that is in it":   {"zh", func(path string) error { return os.Symlink(".", path) }, ""},
		"a folder linked to above": {"facts/up", func(path string) error { return os.Symlink("..", path) }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			writeFiles(t, dir, testkit.FilesOfSmallPack())
			path := filepath.Join(dir, filepath.FromSlash(tc.what))
			require.NoError(t, os.RemoveAll(path))
			require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
			require.NoError(t, tc.make(path))
			_, err := rules.Load(os.DirFS(dir))
			if strings.HasSuffix(tc.what, "_test.yaml") {
				require.NoError(t, err, "tests are no part of the pack")
				_, err = rules.TestPack(os.DirFS(dir))
			}
			if tc.want == "" {
				require.NoError(t, err)
				return
			}
			list, _ := diag.From(err)
			require.Len(t, list, 1, "%v", err)
			require.Contains(t, list[0].Error(), tc.want)
		})
	}
}

func writeGap(path string, size int64) error {
	if err := os.WriteFile(path, []byte("facts:\n"), 0o600); err != nil {
		return err
	}
	return os.Truncate(path, size)
}

func writeFiles(t *testing.T, dir string, files fstest.MapFS) {
	t.Helper()
	for name, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, f.Data, fs.FileMode(0o600)))
	}
}
