package report_test

import (
	"bytes"
	"cmp"
	"maps"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, stance := range stances {
		r := decided(t, name)
		require.Equal(t, stance, r.Stance, name)
		for _, lang := range languages {
			for _, f := range []report.Format{report.Text, report.Markdown, report.JSON} {
				t.Run(name+"/"+lang+"/"+string(f), func(t *testing.T) {
					t.Parallel()
					got := written(t, r, f, report.Lang(lang), report.Version("0.1.0"))
					golden(t, "testdata/"+name+"."+lang+"."+string(f), []byte(got))
				})
			}
		}
	}
}

func TestGoldenAccessibleAndNarrow(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		r := decided(t, "mixed")
		golden(t, "testdata/mixed."+lang+".accessible.text", []byte(written(t, r, report.Text, report.Lang(lang), report.Accessible(true))))
		golden(t, "testdata/mixed."+lang+".40.text", []byte(written(t, r, report.Text, report.Lang(lang), report.Width(40))))
	}
}

func TestTooCloseNamesBoth(t *testing.T) {
	t.Parallel()
	r := decided(t, "close")
	require.NotEmpty(t, r.TooClose)
	d := document(t, r, "en")
	require.Equal(t, engine.Close, *d.Robustness.Option)
	require.Contains(t, d.Summary, "too close to call")
	require.Contains(t, d.Summary, `"Closed product"`)
	require.Contains(t, d.Summary, `"Open, permissive"`)
	require.Contains(t, d.Summary, `"Open core" would meet 70%, but is not judged yet`)
	require.False(t, document(t, decided(t, "precaution"), "en").Ready, "precaution holds back")
}

func document(t require.TestingT, r decision, lang string) *report.Result {
	d, err := report.Document(r.Pack, r.Recommendation, lang, "")
	require.NoError(t, err)
	return d
}

// A report with the texts of another pack would be about other rules.
func TestAnotherPackIsRefused(t *testing.T) {
	t.Parallel()
	r, other := decided(t, "mixed"), rules.Core()
	const message = "the recommendation was made by the pack toy@1.2.0"
	require.ErrorContains(t, report.Write(nil, other, r.Recommendation, report.Text), message)
	require.ErrorContains(t, report.WriteWhy(nil, other, r.Recommendation, "", report.Text), message)
	require.ErrorContains(t, report.WriteSensitivity(nil, other, r.Recommendation, report.Text), message)
	core, err := core()
	require.NoError(t, err)
	after := recommend(t, core, engine.Profile{})
	require.ErrorContains(t, report.WriteWhatIf(nil, other, r.Recommendation, after.Recommendation, report.Text), message)
	_, err = report.Document(other, r.Recommendation, "en", "")
	require.ErrorContains(t, err, message)
}

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	require.ErrorContains(t, report.Write(nil, rules.Core(), &engine.Recommendation{}, "pdf"), `format "pdf"`)
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	formats := []report.Format{report.Text, report.Markdown, report.JSON}
	for name := range situations {
		first := map[report.Format]string{}
		for range 20 {
			again := decided(t, name)
			for _, f := range formats {
				got := written(t, again, f)
				require.Equal(t, cmp.Or(first[f], got), got)
				first[f] = got
			}
		}
	}
}

// All that would change a result, for one that is settled by weights, one
// without an option and one without a basis.
func TestGoldenSensitivity(t *testing.T) {
	t.Parallel()
	e, err := toy()
	require.NoError(t, err)
	for _, name := range []string{"mixed", "close", "none", "no_basis"} {
		r, err := e.Analyse(t.Context(), situations[name], engine.WithPairs())
		require.NoError(t, err)
		for _, lang := range languages {
			for ext, opts := range map[string][]report.WriteOption{
				"text": nil, "md": nil, "json": nil, "40.text": {report.Width(40)}, "accessible.text": {report.Accessible(true)},
			} {
				f := report.Format(ext)
				if f != report.Markdown && f != report.JSON {
					f = report.Text
				}
				var b bytes.Buffer
				require.NoError(t, report.WriteSensitivity(&b, e.Pack(), r, f, append(opts, report.Lang(lang))...))
				golden(t, "testdata/sensitivity/"+name+"."+lang+"."+ext, b.Bytes())
			}
		}
	}
}

// Other answers: a fact that takes the option away, a weight that changes
// little, and none at all.
func TestGoldenChange(t *testing.T) {
	t.Parallel()
	e, err := toy()
	require.NoError(t, err)
	before := decided(t, "mixed")
	for name, p := range map[string]engine.Profile{
		"fact":    with(situations["mixed"], facts{"rights": engine.Value("no")}, nil),
		"weight":  with(situations["mixed"], facts{"users": engine.NotApplicable}, weights{"calm": 6}),
		"nothing": situations["mixed"],
		"none":    with(situations["mixed"], facts{"rights": engine.Value("no"), "sold": engine.No, "harm": engine.Value("grave")}, nil),
	} {
		after := recommend(t, e, p)
		for _, lang := range languages {
			for ext, opts := range map[string][]report.WriteOption{
				"text": nil, "md": nil, "json": nil, "40.text": {report.Width(40)}, "accessible.text": {report.Accessible(true)},
			} {
				f := report.Format(ext)
				if f != report.Markdown && f != report.JSON {
					f = report.Text
				}
				var b bytes.Buffer
				require.NoError(t, report.WriteWhatIf(&b, e.Pack(), before.Recommendation, after.Recommendation, f, append(opts, report.Lang(lang))...))
				golden(t, "testdata/whatif/"+name+"."+lang+"."+ext, b.Bytes())
			}
		}
	}
}

// with gives the profile with other answers.
func with(p engine.Profile, f facts, w weights) engine.Profile {
	p.Facts, p.Weights = maps.Clone(p.Facts), maps.Clone(p.Weights)
	maps.Copy(p.Facts, f)
	maps.Copy(p.Weights, w)
	return p
}

// A part whose release waits says so in its own row, for those who read no further.
func TestPartsSayWhatTheyWaitFor(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	r, err := e.Recommend(t.Context(), engine.Profile{Weights: map[string]float64{"adoption_reach": 9}, Facts: map[string]engine.Answer{
		"kind": engine.Value("model"), "training_data_sensitivity": engine.Value("personal"), "hosting_rivals": engine.Value("none"),
	}})
	require.NoError(t, err)
	d, err := report.Document(rules.Core(), r, "en", "")
	require.NoError(t, err)
	when := map[string]string{}
	for _, p := range d.Parts {
		when[p.ID] = p.When
	}
	require.Equal(t, report.PartAfter, when["weights"])
	require.Equal(t, report.PartNow, when["documents"])
}
