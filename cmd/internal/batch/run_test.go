package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func newEngine(t testing.TB) *engine.Engine {
	t.Helper()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	return e
}

// newRun makes a run over a text.
func newRun(e *engine.Engine, input io.Reader, out io.Writer) *Run {
	return &Run{
		Engine: e, Pack: rules.Core(), Input: input, File: "in", Output: out, Lang: "en", Shard: 1, Shards: 1, Workers: 2,
		Tell: func(Remark) {}, Count: func(*Counts) {},
		Fields: Fields{Write: func(w *bytes.Buffer, rec *engine.Recommendation, places map[string]diag.Pos) error {
			return report.Write(w, rules.Core(), rec, report.JSON, report.Positions(places))
		}},
	}
}

// decideAll decides a text and gives the lines.
func decideAll(t require.TestingT, run *Run) []documents.BatchLine {
	var out bytes.Buffer
	run.Output = &out
	counts, err := run.Decide(context.Background())
	require.NoError(t, err)
	var lines []documents.BatchLine
	for text := range bytes.Lines(out.Bytes()) {
		var line documents.BatchLine
		require.NoError(t, json.Unmarshal(text, &line))
		lines = append(lines, line)
	}
	require.Len(t, lines, counts.Profiles)
	return lines
}

// requireVerdict wants a line to say what Recommend says.
func requireVerdict(t require.TestingT, e *engine.Engine, p engine.Profile, line documents.BatchLine) {
	rec, err := e.Recommend(context.Background(), p)
	require.NoError(t, err)
	pointTo := func(id string) *string {
		if id == "" {
			return nil
		}
		return &id
	}
	require.Empty(t, line.Mistakes)
	require.Equal(t, []any{rec.Stance, pointTo(rec.Option), pointTo(rec.Form), rec.Ready, p.Name}, []any{*line.Stance, line.Option, line.Form, *line.Ready, line.Name})
}

// writeLine writes a profile on one line.
func writeLine(t require.TestingT, p engine.Profile) string {
	var text bytes.Buffer
	require.NoError(t, profiles.Write(&text, p, profiles.JSON))
	return string(compact(text.Bytes())) + "\n"
}

// Presets and cases get the verdict of Recommend, as they are and in the usual shape, which
// leaves away what changes no verdict.
func TestLinesSayWhatRecommendSays(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	var all []engine.Profile
	for _, p := range profiles.Presets() {
		x, err := profiles.Preset(p.Name)
		require.NoError(t, err)
		all = append(all, x)
	}
	for _, c := range profiles.Cases() {
		x, err := profiles.Case(c.Name)
		require.NoError(t, err)
		all = append(all, x)
	}
	for _, p := range all {
		all = append(all, engine.Profile{Name: p.Name, Weights: p.Weights, Facts: p.Facts})
	}
	var text strings.Builder
	for _, p := range all {
		text.WriteString(writeLine(t, p))
	}
	lines := decideAll(t, newRun(e, strings.NewReader(text.String()), nil))
	require.Len(t, lines, len(all))
	for i, p := range all {
		require.Equal(t, i+1, lines[i].Line)
		requireVerdict(t, e, p, lines[i])
	}
}

// drawProfile draws weights and answers, of a set several.
func drawProfile(t *rapid.T, pack *rules.Pack) engine.Profile {
	p := engine.Profile{Name: "random", Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range pack.Priorities {
		if rapid.Bool().Draw(t, "weighed") {
			p.Weights[pack.Priorities[i].ID] = float64(rapid.IntRange(0, 100).Draw(t, "weight")) / 10
		}
	}
	for i := range pack.Facts {
		f := &pack.Facts[i]
		switch rapid.IntRange(0, 5).Draw(t, "answered") {
		case 0:
		case 1:
			p.Facts[f.ID] = rapid.SampledFrom([]engine.Answer{engine.Unknown, engine.NotApplicable}).Draw(t, "state")
		case 2:
			if f.Type == rules.SetFact {
				ids := rapid.SliceOfNDistinct(rapid.SampledFrom(f.ValueIDs()), 1, 3, rapid.ID[string]).Draw(t, "values")
				alone := false
				for _, id := range ids {
					alone = alone || f.Value(id).Alone
				}
				if !alone {
					p.Facts[f.ID] = engine.Set(ids...)
				}
				break
			}
			fallthrough
		default:
			p.Facts[f.ID] = engine.Value(rapid.SampledFrom(f.ValueIDs()).Draw(t, "value"))
		}
	}
	return p
}

// So does anything else that has weights and answers, read in one pass.
func TestPropertyLinesSayWhatRecommendSays(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	r := newRecord(newVocabulary(rules.Core()))
	testkit.Check(t, func(t *rapid.T) {
		p := drawProfile(t, rules.Core())
		text := writeLine(t, p)
		text = strings.Replace(text, `"ajar":1,`, "", 1)
		require.True(t, r.readJSON([]byte(text)), text)
		lines := decideAll(t, newRun(e, strings.NewReader(text), nil))
		require.Len(t, lines, 1)
		requireVerdict(t, e, p, lines[0])
	})
}

// Keys that do not say how settled a result is are the same without an analysis.
func TestFieldsWithoutAnalysisAreTheSame(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	text := `{"name":"a","extends":["preset:model_startup"]}` + "\n" + `{}` + "\n" + `{"facts":{"kind":"software"},"limits":[{"exclude":["in_house"],"because":"no"}]}` + "\n"
	quick, mistakes := ParseFields(strings.Join(withoutAnalysis, ","))
	require.Empty(t, mistakes)
	require.False(t, quick.NeedsAnalysis())
	full, _ := ParseFields(Full)
	run := func(f Fields) []documents.BatchLine {
		r := newRun(e, strings.NewReader(text), nil)
		f.Write = r.Fields.Write
		r.Fields = f
		return decideAll(t, r)
	}
	want := run(full)
	for i, line := range run(quick) {
		require.Len(t, line.Result, len(withoutAnalysis))
		for key, value := range line.Result {
			require.Equal(t, want[i].Result[key], value, key)
		}
	}
}

// What a run says does not depend on how many work on it, nor on how its input comes.
func TestOrderIsKept(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	var text strings.Builder
	for i := range 3000 {
		switch i % 7 {
		case 3:
			fmt.Fprintf(&text, "{\"facts\":{\"kind\":\"modle%d\"}}\n", i)
		case 5:
			text.WriteString("\n")
		default:
			fmt.Fprintf(&text, "{\"name\":\"%d\",\"priorities\":{\"adoption_reach\":%d},\"facts\":{\"kind\":\"software\"}}\n", i, i%10)
		}
	}
	input := strings.TrimSuffix(text.String(), "\n") // the last has no end of line
	var want string
	for i, in := range []io.Reader{strings.NewReader(input), strings.NewReader(input), &slowReader{input}} {
		var out bytes.Buffer
		run := newRun(e, in, &out)
		run.Workers = 1 + 3*(i%2)
		var told []int
		run.Tell = func(r Remark) { told = append(told, r.Pos.Line) }
		counts, err := run.Decide(context.Background())
		require.NoError(t, err)
		require.Equal(t, 3000, counts.Profiles)
		require.Len(t, told, counts.Mistaken)
		require.IsIncreasing(t, told)
		if want == "" {
			want = out.String()
		}
		require.Equal(t, want, out.String())
	}
}

// slowReader gives some hundred bytes at a time.
type slowReader struct{ text string }

func (r *slowReader) Read(p []byte) (int, error) {
	if r.text == "" {
		return 0, io.EOF
	}
	n := copy(p, r.text[:min(333, len(r.text))])
	r.text = r.text[n:]
	return n, nil
}
