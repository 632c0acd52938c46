package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/rules/testkit"
)

const readmeFile = "../../../README.md"

var block = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```\n")

// What README.md shows is what happens: its commands print what stands under
// them, its profile is valid, its program compiles and prints what it says.
func TestGoldenReadme(t *testing.T) {
	data, err := os.ReadFile(readmeFile)
	require.NoError(t, err)
	readme, dir := string(data), t.TempDir()
	blocks := block.FindAllStringSubmatch(readme, -1)
	snippets := map[string]bool{} // tests of their own run them
	files, err := filepath.Glob("ci/*.yaml")
	require.NoError(t, err)
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		snippets[string(text)] = true
	}
	same := func(b []string, got string) {
		readme = strings.Replace(readme, b[0], "```"+b[1]+"\n"+got+"```\n", 1)
	}
	for i, b := range blocks {
		switch b[1] {
		case "yaml":
			if !strings.HasPrefix(b[2], "# release.ajar.yaml\n") {
				require.True(t, snippets[b[2]], "not among the snippets for CI:\n%s", b[2])
				continue
			}
			name, _, _ := strings.Cut(strings.TrimPrefix(b[2], "# "), "\n")
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(b[2]), 0o600))
			good(t, cli.Surroundings{Dir: dir}, "decide", name, "-q")
		case "console":
			same(b, shown(t, dir, b[2]))
		case "go":
			same(blocks[i+1], compiled(t, dir, b[2])) // what it prints stands below it
		}
	}
	testkit.Golden(t, readmeFile, readme)
}

// shown runs the "$ ajar ..." line of a block and gives the block as it must
// look. "| head -n N" keeps the first N lines.
func shown(t *testing.T, dir, text string) string {
	line, _, _ := strings.Cut(text, "\n")
	command, head, _ := strings.Cut(strings.TrimPrefix(line, "$ ajar "), " | head -n ")
	out := good(t, cli.Surroundings{Dir: dir}, append(strings.Fields(command), "-q")...)
	if n, err := strconv.Atoi(head); err == nil {
		out = strings.Join(strings.SplitAfter(out, "\n")[:n], "")
	}
	return line + "\n" + out
}

func compiled(t *testing.T, dir, program string) string {
	name := filepath.Join(dir, "main.go")
	require.NoError(t, os.WriteFile(name, []byte(program), 0o600))
	out, err := exec.Command("go", "run", name).CombinedOutput()
	require.NoError(t, err, string(out))
	return string(out)
}
