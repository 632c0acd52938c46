package profiles_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

var olderFiles = map[profiles.Format][2]string{
	profiles.YAML: {`ajar: 0   # the first form
facts:   # a: b
  kind: ~   # asked
  must_recoup:
  lifecycle: {note: "null", value: null}   # x
  training_data_sensitivity: not_applicable # plain
  training_data_shareable:
    note: not_applicable
    value: "not_applicable"
  marginal_misuse: unknown
`, `ajar: 1   # the first form
facts:   # a: b
  kind: unknown   # asked
  must_recoup: unknown
  lifecycle: {note: "null", value: unknown}   # x
  training_data_sensitivity: na # plain
  training_data_shareable:
    note: not_applicable
    value: na
  marginal_misuse: unknown
`},
	profiles.JSON: {
		`{"ajar": 0, "facts": {"kind": null, "training_data_shareable": {"value": "not_applicable", "note": "null"}}, "name": "x"}`,
		`{"ajar": 1, "facts": {"kind": "unknown", "training_data_shareable": {"value": "na", "note": "null"}}, "name": "x"}`,
	},
	profiles.TOML: {
		"ajar = 0 # first\n[facts]\ntraining_data_shareable = 'not_applicable' # no data\ntraining_data_sensitivity = {value = \"not_applicable\"}\n",
		"ajar = 1 # first\n[facts]\ntraining_data_shareable = \"na\" # no data\ntraining_data_sensitivity = {value = \"na\"}\n",
	},
}

func TestMigrate(t *testing.T) {
	t.Parallel()
	for f, texts := range olderFiles {
		for _, shape := range []func(string) string{
			func(s string) string { return s },
			func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
		} {
			before, after := shape(texts[0]), shape(texts[1])
			m, err := profiles.Migrate([]byte(before), f)
			require.NoError(t, err)
			require.Equal(t, after, string(m.Text))
			require.NotEmpty(t, m.Lines)
			for _, l := range m.Lines {
				require.Equal(t, strings.TrimSuffix(strings.Split(after, "\n")[l.Line-1], "\r"), withMark(after, l))
			}
			again, err := profiles.Migrate(m.Text, f)
			require.NoError(t, err)
			require.Empty(t, again.Lines, "once is enough")
			require.Equal(t, m.Text, again.Text)
		}
	}
	m, err := profiles.Migrate([]byte(olderFiles[profiles.YAML][0]), profiles.YAML)
	require.NoError(t, err)
	require.Len(t, m.Lines, 6)
	require.Equal(t, profiles.LineChange{Line: 3, From: "  kind: ~   # asked", To: "  kind: unknown   # asked"}, m.Lines[1])
}

// withMark gives the new line as it stands in the file, whose first line may
// start with a byte order mark.
func withMark(text string, l profiles.LineChange) string {
	if l.Line == 1 && strings.HasPrefix(text, "\ufeff") {
		return "\ufeff" + l.To
	}
	return l.To
}

func TestOlderFilesAreReadAndNameMigrate(t *testing.T) {
	t.Parallel()
	var heard diag.List
	p := read(t, olderFiles[profiles.YAML][0], profiles.WithWarn(func(d diag.Diagnostic) { heard.Add(d) }))
	require.Equal(t, engine.Unknown, p.Facts["kind"])
	require.Equal(t, engine.NotApplicable, p.Facts["training_data_shareable"])
	require.Len(t, heard, 1)
	require.Equal(t, `dir/x.yaml:1:7: AJ243 the file has the older format 0; bring it up to date with "ajar migrate"`, heard[0].Error())
	requireReadable(t, heard)
	_, err := profiles.Read(strings.NewReader("ajar: 0\npriorities: {data_privacy: null}\n"), "x", profiles.YAML)
	require.ErrorContains(t, err, "AJ209", "a weight was never null")
}

func TestMigrateRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ajar: 2": "AJ214", "facts: {kind: modle}": "AJ206", "": "AJ010", "facts: {kind: null}": "AJ209", "ajar: 0\nfacts:\n  ? kind\n": "AJ244",
	} {
		_, err := profiles.Migrate([]byte(text), profiles.YAML)
		require.ErrorContains(t, err, want, text)
	}
}
