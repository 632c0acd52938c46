package cli_test

import (
	"testing"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// What others are given of one decision of the core pack, in each form of it and both
// languages.
func TestGoldenReportsOfAPreset(t *testing.T) {
	t.Parallel()
	for _, form := range []struct {
		name string
		args []string
	}{
		{"html", []string{"--format", "html"}}, {"svg", []string{"--format", "svg"}}, {"adr.md", []string{"--format", "adr"}},
		{"csv", []string{"--format", "csv", "--table", "dimensions"}}, {"sheet.md", []string{"--sheet", "--format", "md"}},
	} {
		for _, lang := range []string{"en", "zh"} {
			got := good(t, cli.Surroundings{}, append([]string{"report", "preset:one_person_library", "-q", "--lang", lang}, form.args...)...)
			testkit.Golden(t, "testdata/reports/one_person_library."+lang+"."+form.name, testkit.MaskStyle(testkit.MaskDigest(got, rules.Core().Digest)))
		}
	}
}
