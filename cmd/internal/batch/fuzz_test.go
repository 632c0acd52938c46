package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// The line that stands before and behind what is tried, as JSON and as CSV.
const (
	goodHead = "name,adoption_reach,kind,revenue_source\n"
	goodRow  = "good,9,,\n"
)

// FuzzLines puts any lines between two good ones. Each gives one line, which is JSON that
// no reader of a log obeys, and either is a verdict or says what is wrong with codes; those
// around it say what they say without it. Of CSV a quote may take lines with it.
func FuzzLines(f *testing.F) {
	addLines(f)
	e := newEngine(f)
	f.Fuzz(func(t *testing.T, flags uint8, text string) {
		if len(text) > 4000 {
			return // more lines find nothing else
		}
		isCSV, head, good := flags&1 > 0, "", goodLine
		if isCSV {
			head, good = goodHead, goodRow
		}
		var out bytes.Buffer
		run := newRun(e, strings.NewReader(head+good+text+"\n"+good), &out)
		run.CSV, run.Workers = isCSV, 1+int(flags>>1&1)
		if flags >= 224 { // which takes long
			fields, mistakes := ParseFields("today,conditions")
			require.Empty(t, mistakes)
			fields.Write = run.Fields.Write
			run.Fields = fields
		}
		var told int
		run.Tell = func(r Remark) {
			if !r.IsWarning {
				told++
			}
		}
		counts, err := run.Decide(context.Background())
		require.NoError(t, err)
		lines := requireLines(t, out.String())
		require.Len(t, lines, counts.Profiles)
		require.Empty(t, lines[0].Mistakes)
		if counts.Mistaken > 0 {
			require.GreaterOrEqual(t, told, counts.Mistaken)
		}
		if isCSV && strings.Contains(text, `"`) {
			return
		}
		require.Len(t, lines, strings.Count(text, "\n")+3)
		last := lines[len(lines)-1]
		last.Line = lines[0].Line
		require.Equal(t, lines[0], last, "what stood between changed nothing")
	})
}

// requireLines wants lines that are whole, are visible and say something.
func requireLines(t *testing.T, out string) (lines []documents.BatchLine) {
	t.Helper()
	require.True(t, utf8.ValidString(out))
	require.Empty(t, testkit.CommandsIn(out, nil))
	for text := range strings.Lines(out) {
		require.True(t, strings.HasSuffix(text, "\n"))
		var line documents.BatchLine
		require.NoError(t, json.Unmarshal([]byte(text), &line))
		require.Equal(t, line.Stance == nil, len(line.Mistakes) > 0, text)
		for _, m := range line.Mistakes {
			require.NotEmpty(t, m.Code)
		}
		lines = append(lines, line)
	}
	return lines
}

// addLines adds presets on a line, rows of a table, and what is neither.
func addLines(f *testing.F) {
	f.Helper()
	for i, preset := range profiles.Presets() {
		p, err := profiles.Preset(preset.Name)
		require.NoError(f, err)
		line := writeLine(f, p)
		f.Add(uint8(i%4*2), strings.TrimSuffix(line, "\n"))
	}
	for i, text := range []string{
		"a,5,model,none\nb,4..7,unknown,\"hosted_service,support_services\"", `"a ""b""",,both,[none]`, "a,11,modle\n,,,\n\"open", "x,x,x,x,x",
		"::error::a,1,model,none\n##vso[a]b,2,,\n\x1b[31m,,,", "=1+1,5,model,none\n@a,-1,na,\n",
	} {
		f.Add(uint8(1+i%4*2), text)
		f.Add(uint8(i%4*2), text)
	}
	f.Add(uint8(224), "{}\n]")
	for i, text := range []string{
		"", "\n\n", "]", "{}", "null", `{"ajar":2}`, "{\"name\":\"a\x00\"}", "{\"name\":\"\xe4\xb8\"}", `{"name":"::error::a"}`, `{"name":"##vso[a]b\u001b[31m"}`, "\ufeff{}", "{}\r", strings.Repeat("[", 2000),
		`{"extends":["/etc/passwd","preset:model_startup"]}`, `{"facts":{"kind":"modle"},"limits":[{"exclude":["in_house"],"because":"no"}],"parts":[{"id":"a","like":"documents"}]}`,
	} {
		f.Add(uint8(i%4*2), text)
	}
}
