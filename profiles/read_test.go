package profiles_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func read(t *testing.T, text string, opts ...profiles.LoadOption) engine.Profile {
	t.Helper()
	p, err := profiles.Read(strings.NewReader(text), "dir/x.yaml", profiles.YAML, opts...)
	require.NoError(t, err)
	return p
}

func TestFormatsMeanTheSame(t *testing.T) {
	t.Parallel()
	for f, text := range map[profiles.Format]string{
		profiles.YAML: `
ajar: 1
name: "no"
rules: core@1.2
review_by: 2027-05-01
weights_sure: sure
priorities:
  predictable_revenue: 8
  misuse_resistance: {weight: 9.5, note: "board: decision 12", by: mei}
  adoption_reach: 0
facts:
  kind: {value: model, sure: low}
  rights_cleared: "no"
  artefact_is_product: true
  misuse_severity: unknown
  contributor_rights: na
limits:
  - exclude: [open_model, open_core]
    because: the board said no
`,
		profiles.JSON: `{"ajar": 1, "name": "no", "rules": "core@1.2", "review_by": "2027-05-01", "weights_sure": "sure",
"priorities": {"predictable_revenue": 8, "misuse_resistance": {"weight": 9.5, "note": "board: decision 12", "by": "mei"}, "adoption_reach": 0},
"facts": {"kind": {"value": "model", "sure": "low"}, "rights_cleared": "no", "artefact_is_product": true, "misuse_severity": "unknown", "contributor_rights": "na"},
"limits": [{"exclude": ["open_model", "open_core"], "because": "the board said no"}]}`,
		profiles.TOML: `
ajar = 1
name = 'no'
rules = "core@1.2"
review_by = 2027-05-01
weights_sure = "sure"
priorities.predictable_revenue = 8
priorities.misuse_resistance = {weight = 9.5, note = "board: decision 12", by = "mei"}
priorities.adoption_reach = 0.0
[facts]
rights_cleared = "no"
artefact_is_product = true
misuse_severity = "unknown"
contributor_rights = "na"
[facts.kind]
value = "model"
sure = "low"
[[limits]]
exclude = ["open_model", "open_core"]
because = "the board said no"
`,
	} {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			want := unlayered(written)
			for _, text := range []string{text, "\ufeff" + text, strings.ReplaceAll(text, "\n", "\r\n")} {
				p, err := profiles.Read(strings.NewReader(text), "x", f)
				require.NoError(t, err)
				require.Equal(t, []string{"x"}, p.Layers)
				require.Len(t, p.Notes, len(p.Weights)+len(p.Facts), "each answer tells its layer")
				for id, n := range p.Notes {
					require.Equal(t, "x", n.Layer)
					if n.Text+n.By+string(n.Sure) == "" {
						delete(p.Notes, id)
					}
				}
				p = unlayered(p)
				delete(p.Notes, "adoption_reach")
				want.Notes = map[string]engine.Note{"misuse_resistance": {Text: "board: decision 12", By: "mei"}, "kind": {Sure: "low"}}
				require.Equal(t, want, p)
			}
		})
	}
}

func TestTheFormatIsFoundOut(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]profiles.Format{
		"a.yaml": profiles.YAML, "a.YML": profiles.YAML, "a": profiles.YAML, "a.toml": profiles.TOML, "b/a.JSON": profiles.JSON,
	} {
		require.Equal(t, want, profiles.FormatOf(name), name)
	}
	// JSON with a surrogate pair, which a YAML parser would refuse.
	p, err := profiles.Read(strings.NewReader(`{"name": "\ud83d\ude00"}`), "-", "")
	require.NoError(t, err)
	require.Equal(t, "😀", p.Name)
	p, err = profiles.Read(strings.NewReader("name: x # not JSON"), "-", "")
	require.NoError(t, err)
	require.Equal(t, "x", p.Name)
}

func TestOlderValuesAreRead(t *testing.T) {
	t.Parallel()
	p := read(t, `facts:
  training_data_sensitivity: not_applicable
  training_data_shareable: {value: not_applicable, note: "plain software"}
  marginal_misuse: unknown
  contributor_rights: na
`)
	require.Equal(t, map[string]engine.Answer{
		"training_data_sensitivity": engine.NotApplicable, "training_data_shareable": engine.NotApplicable,
		"marginal_misuse": engine.Unknown, "contributor_rights": engine.NotApplicable,
	}, p.Facts)
	require.NotContains(t, write(t, p, profiles.YAML), "not_applicable", "an alias is never written")
}

func TestNothingStatedIsAProfile(t *testing.T) {
	t.Parallel()
	for f, text := range map[profiles.Format]string{profiles.YAML: "ajar: 1\n", profiles.JSON: "{}", profiles.TOML: "[facts]\n"} {
		p, err := profiles.Read(strings.NewReader(text), "x", f)
		require.NoError(t, err)
		require.Empty(t, p.Weights)
		require.Empty(t, p.Facts)
	}
}

func TestAnotherPackIsAWarning(t *testing.T) {
	t.Parallel()
	for rules, want := range map[string]string{"core@0.1": "", "core@0.1.0": "", "core@0": "", "core@0.10": "AJ219", "house@0.1": "AJ219"} {
		var heard diag.List
		read(t, "rules: "+rules, profiles.WithWarn(func(d diag.Diagnostic) { heard.Add(d) }))
		require.Equal(t, want != "", len(heard) == 1, rules)
		if want != "" {
			require.Equal(t, "dir/x.yaml:1:8", heard[0].Pos.String())
			require.Equal(t, want, heard[0].Code)
			requireReadable(t, heard)
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	_, err := profiles.Load(filepath.Join(t.TempDir(), "none.yaml"))
	require.Equal(t, "AJ230", code(t, err))
	require.ErrorIs(t, err, fs.ErrNotExist)
	_, err = profiles.Load(t.TempDir())
	require.Equal(t, "AJ231", code(t, err))
	disk := errors.New("input/output error\x1b[31m")
	_, err = profiles.Read(iotest.ErrReader(disk), "a\x1bb.yaml", profiles.YAML)
	require.Equal(t, "AJ232", code(t, err))
	require.ErrorIs(t, err, disk)
	require.NotContains(t, err.Error(), "\x1b")
	_, err = profiles.Read(iotest.ErrReader(&os.PathError{Op: "read", Path: "secret", Err: disk}), "a.yaml", profiles.YAML)
	require.NotContains(t, err.Error(), "secret", "the path stands there once")
	// A slow reader that breaks off loses nothing in silence.
	_, err = profiles.Read(io.MultiReader(strings.NewReader("ajar: 1\n"), iotest.ErrReader(disk)), "a.yaml", profiles.YAML)
	require.Equal(t, "AJ232", code(t, err))
}

func code(t *testing.T, err error) string {
	t.Helper()
	var re *profiles.ReadError
	require.ErrorAs(t, err, &re)
	requireReadable(t, diag.List{re.Diagnostic()})
	require.Contains(t, err.Error(), re.Diagnostic().Code)
	return re.Diagnostic().Code
}

func TestLoadReadsByExtension(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{"a.yaml": "name: a", "a.json": `{"name": "a"}`, "a.toml": "name = 'a'"} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		p, err := profiles.Load(path)
		require.NoError(t, err)
		require.Equal(t, "a", p.Name)
		require.Equal(t, []string{name}, p.Layers, "a layer is named without its folder")
	}
}
