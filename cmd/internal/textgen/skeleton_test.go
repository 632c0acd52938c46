package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// copyTree copies what startLanguage reads, and no code and no data of tests.
func copyTree(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, floor := range []string{"rules", "engine", "profiles", "cmd"} {
		require.NoError(t, filepath.WalkDir(filepath.Join(root, floor), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return filepath.SkipDir
			case d.IsDir() || filepath.Ext(path) == ".go":
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			return writeNew(filepath.Join(dir, name), data)
		}))
	}
	return dir
}

// listFiles lists the files under a folder.
func listFiles(t *testing.T, dir string) (paths []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			paths = append(paths, path)
		}
		return err
	}))
	return paths
}

// A new language touches new files alone, and says the same as before until
// something in them is translated.
func TestStartLanguage(t *testing.T) {
	t.Parallel()
	dir := copyTree(t)
	before := listFiles(t, dir)
	require.NoError(t, startLanguage(dir, "xx"))
	after := listFiles(t, dir)
	require.Greater(t, len(after), len(before)+70)
	p, err := rules.Load(os.DirFS(filepath.Join(dir, "rules", "core")))
	require.NoError(t, err)
	require.Equal(t, rules.Core().Digest, p.Digest)

	// Whatever stands in the comments can be taken out of them.
	for _, path := range listFiles(t, filepath.Join(dir, "rules", "core", "xx")) {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		_, texts, _ := strings.Cut(string(data), "in English.\n")
		texts = strings.ReplaceAll("\n"+texts, "\n# ", "\n")
		require.NoError(t, os.WriteFile(path, []byte(texts), 0o600))
	}
	p, err = rules.Load(os.DirFS(filepath.Join(dir, "rules", "core")))
	require.NoError(t, err)
	require.Equal(t, "Kind", p.Facts[0].Title.Own("xx"))
	require.Equal(t, p.Options[3].Captures.Because.Own("en"), p.Options[3].Captures.Because.Own("xx"))
}

func TestStartLanguageKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	dir := copyTree(t)
	own := filepath.Join(dir, "rules", "diag", "texts", "xx.yaml")
	require.NoError(t, os.WriteFile(own, []byte("words: {fact: Tatsache}\n"), 0o600))
	require.NoError(t, startLanguage(dir, "xx"))
	data, err := os.ReadFile(own)
	require.NoError(t, err)
	require.Equal(t, "words: {fact: Tatsache}\n", string(data))
	for _, code := range []string{"en", "German", "../x"} {
		require.ErrorContains(t, startLanguage(dir, code), "is no code of a new language")
	}
}
