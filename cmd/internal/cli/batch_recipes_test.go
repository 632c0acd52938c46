//go:build !windows

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var recipe = regexp.MustCompile("(?ms)^## ([^\n]+)\n.*?^```(sh|python|)\n(.*?)^```\n")

// The recipes in the shell do what they say: all profiles have a line in the end.
func TestBatchRecipes(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../batch/RECIPES.md")
	require.NoError(t, err)
	found := recipe.FindAllStringSubmatch(string(text), -1)
	require.Len(t, found, strings.Count(string(text), "\n## "))
	for _, r := range found {
		if r[2] != "sh" {
			continue
		}
		t.Run(r[1], func(t *testing.T) {
			t.Parallel()
			for _, tool := range []string{"sh", "xargs", "duckdb"} {
				if _, err := exec.LookPath(tool); err != nil && strings.Contains(r[3], tool+" ") {
					t.Skip(tool + " is not here")
				}
			}
			dir := t.TempDir()
			csv, ndjson := "name,adoption_reach,kind\n", ""
			for range 5 {
				csv += "a,9,software\n"
				ndjson += `{"name":"a","priorities":{"adoption_reach":9},"facts":{"kind":"software"}}` + "\n"
			}
			require.NoError(t, os.WriteFile(filepath.Join(dir, "portfolio.csv"), []byte(csv), 0o600))
			require.NoError(t, os.WriteFile(filepath.Join(dir, "portfolio.ndjson"), []byte(ndjson), 0o600))
			cmd := exec.Command("sh", "-e", "-c", r[3])
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, string(out))
			names, err := filepath.Glob(filepath.Join(dir, "results*.ndjson"))
			require.NoError(t, err)
			var lines []byte
			for _, name := range names {
				part, err := os.ReadFile(name)
				require.NoError(t, err)
				lines = append(lines, part...)
			}
			require.Equal(t, 5, bytes.Count(lines, []byte(`"stance":"open"`)), string(lines))
		})
	}
}
