//go:build !windows

package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// pagesFolder has the program that looks at pages; "make tools" fills it.
const pagesFolder = "../../tools/pages"

// findBrowser gives the browser, "" if something is missing that "make tools" installs.
func findBrowser(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(pagesFolder, "node_modules", "playwright-core")); err == nil {
		for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
			if path, err := exec.LookPath(name); name != "" && err == nil {
				return path
			}
		}
	}
	if os.Getenv("CI") == "true" {
		require.Fail(t, `pages must be looked at on a build machine: run "make tools"`)
	}
	return ""
}

// Pages are looked at in a real browser with the network cut, light, dark, printed, zoomed
// and on a telephone: no message, no sideways scroll, nothing that axe objects to, headings
// in order, no label of a figure cut off or covered, and the first sheet on one sheet of
// paper. One page is of a profile that is hostile wherever it may be.
func TestPagesInTheBrowser(t *testing.T) {
	browser := findBrowser(t)
	if browser == "" {
		t.Skip(`pages were not looked at: "make tools" installs a browser`)
	}
	dir := t.TempDir()
	var files []string
	write := func(profile, name string, flags ...string) {
		path := filepath.Join(dir, name)
		good(t, cli.Surroundings{}, append([]string{"report", profile, "--lang", "en,zh", "-q", "-o", path}, flags...)...)
		files = append(files, path)
	}
	empty := filepath.Join(dir, "empty.json")
	require.NoError(t, os.WriteFile(empty, []byte(`{"ajar": 1}`), 0o666))
	write(empty, "no_basis.html")
	if !testing.Short() {
		write("preset:bank_internal_tool", "bank.html")
		hostile := filepath.Join(dir, "hostile.json")
		data, err := json.Marshal(hostileProfile(strings.Join(testkit.HostileTexts(), " ")))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(hostile, data, 0o666))
		write(hostile, "hostile.html", "--audience", "team")
		write("preset:open_core_vendor", "vendor.html")
		write("preset:regulated_medical_ai", "release_sheet.html", "--sheet")
	}
	var out, mistakes bytes.Buffer
	look := exec.Command("node", append([]string{filepath.Join(pagesFolder, "check.mjs")}, files...)...) // our own program
	look.Stdout, look.Stderr, look.Env = &out, &mistakes, append(os.Environ(), "CHROMIUM="+browser)
	require.NoError(t, look.Run(), mistakes.String())
	seen := 0
	for d := json.NewDecoder(&out); d.More(); seen++ {
		var page struct {
			File  string   `json:"file"`
			Found []string `json:"found"`
		}
		require.NoError(t, d.Decode(&page))
		if filepath.Base(page.File) == "hostile.html" { // a name may be as long as it likes
			page.Found = slices.DeleteFunc(page.Found, func(s string) bool { return strings.Contains(s, "sheets of paper") })
		}
		require.Empty(t, page.Found, page.File)
	}
	require.Len(t, files, seen)
}

// Every preset and every documented decision fits 300 KB in both languages.
func TestPagesAreSmall(t *testing.T) {
	t.Parallel()
	const most = 300_000
	names := make([]string, 0, 64)
	for _, p := range profiles.Presets() {
		names = append(names, "preset:"+p.Name)
	}
	for _, c := range profiles.Cases() {
		names = append(names, "case:"+c.Name)
	}
	for i, name := range names {
		if i%testkit.Stride() > 0 {
			continue
		}
		require.Less(t, len(good(t, cli.Surroundings{}, "report", name, "--lang", "en,zh", "--format", "html", "-q")), most, name)
	}
}
