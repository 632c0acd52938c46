package batch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

const goodLine = `{"name":"good","priorities":{"adoption_reach":9}}` + "\n"

// Whatever a line holds, it becomes one line that says what is wrong, and the next is read
// as if nothing had been.
func TestHostileLines(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	for name, c := range map[string]struct{ line, code string }{
		"no profile":             {"]", "AJ014"},
		"nothing":                {"", "AJ267"},
		"spaces":                 {"  \t", "AJ267"},
		"NUL":                    {"{\"name\":\"a\x00\"}", "AJ021"},
		"half a character":       {"{\"name\":\"\xe4\xb8\"}", "AJ012"},
		"deep":                   {strings.Repeat("[", 100_000), "AJ019"},
		"many values":            {`{"facts":{"kind":[` + strings.Repeat("1,", tree.MaxNodes) + `1]}}`, "AJ018"},
		"a long id":              {`{"facts":{"` + strings.Repeat("x", 900_000) + `":1}}`, "AJ203"},
		"as long as can be":      {`{"name":"` + strings.Repeat("x", tree.MaxSize-11) + `"}`, ""},
		"a byte too long":        {`{"name":"` + strings.Repeat("x", tree.MaxSize-10) + `"}`, "AJ268"},
		"much too long":          {strings.Repeat("x", 5*tree.MaxSize), "AJ268"},
		"a file that it extends": {`{"extends":["/etc/passwd"]}`, "AJ220"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lines := decideAll(t, newRun(e, strings.NewReader(goodLine+c.line+"\n"+goodLine+c.line), nil))
			if c.line == "" {
				lines = append(lines, lines[1]) // at the end of a text there is no empty line
			}
			require.Len(t, lines, 4)
			for i, line := range lines {
				if i%2 == 0 || c.code == "" {
					require.Empty(t, line.Mistakes)
					continue
				}
				require.Equal(t, c.code, line.Mistakes[0].Code)
				require.Less(t, len(line.Mistakes[0].Text), 1000)
				require.Nil(t, line.Stance)
			}
			require.Equal(t, 3, lines[2].Line)
		})
	}
}

// A quote that is never closed takes what follows up to the limit, and no more.
func TestCSVResumesBehindAnOpenQuote(t *testing.T) {
	t.Parallel()
	row := strings.Repeat("a", 1000) + ",model\n"
	text := "name,kind\n" + row + "\"open,model\n" + strings.Repeat(row, 2*tree.MaxSize/len(row))
	run := newRun(newEngine(t), strings.NewReader(text), nil)
	run.CSV = true
	lines := decideAll(t, run)
	require.Empty(t, lines[0].Mistakes)
	require.Equal(t, "AJ268", lines[1].Mistakes[0].Code)
	require.Empty(t, lines[2].Mistakes)
	last := lines[len(lines)-1]
	require.Empty(t, last.Mistakes)
	require.Equal(t, strings.Count(text, "\n"), last.Line)
}

// countingWriter keeps nothing but the greatest heap that it saw.
type countingWriter struct{ lines, writes, heap int }

func (w *countingWriter) Write(p []byte) (int, error) {
	w.lines += bytes.Count(p, lineBreak)
	if w.writes++; w.writes%50 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.heap = max(w.heap, int(m.HeapAlloc))
	}
	return len(p), nil
}

// Memory stays what it is, however much comes: lines that never end, and many that are
// wrong.
func TestMemoryIsFlat(t *testing.T) { // not parallel: it measures the heap
	e := newEngine(t)
	for name, input := range map[string]*repeated{
		"a line of 100 MB": {line: strings.Repeat("x", 1000), times: 100_000},
		"bad lines":        {line: `{"facts":{"kind":"modle"}}` + "\n", times: 10_000},
	} {
		runtime.GC()
		var before runtime.MemStats
		runtime.ReadMemStats(&before)
		out := &countingWriter{}
		counts, err := newRun(e, input, out).Decide(context.Background())
		require.NoError(t, err)
		require.Equal(t, counts.Profiles, counts.Mistaken, name)
		require.Equal(t, out.lines, counts.Profiles, name)
		require.Less(t, out.heap, int(before.HeapAlloc)+(32<<20), name)
	}
}

// failingReader fails after a text.
type failingReader struct{ io.Reader }

func (r failingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if errors.Is(err, io.EOF) {
		err = errors.New("the disk is gone")
	}
	return n, err
}

// What was read before the input failed is decided, and the failure is told.
func TestInputThatFails(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	counts, err := newRun(newEngine(t), failingReader{strings.NewReader(goodLine + goodLine)}, &out).Decide(context.Background())
	var unread *profiles.ReadError
	require.ErrorAs(t, err, &unread)
	require.ErrorContains(t, err, "the disk is gone")
	require.Equal(t, 2, counts.Profiles)
}

// failingWriter takes so many writings.
type failingWriter struct{ left int }

var errFull = errors.New("full")

func (w *failingWriter) Write(p []byte) (int, error) {
	if w.left--; w.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// A run ends as soon as its results cannot be written, though its input never ends.
func TestOutputThatFails(t *testing.T) {
	t.Parallel()
	_, err := newRun(newEngine(t), &repeated{line: goodLine, times: 1 << 40}, &failingWriter{3}).Decide(context.Background())
	require.ErrorIs(t, err, errFull)
}

// A run that is interrupted leaves whole lines without a gap, though its input waits.
func TestInterruptedRun(t *testing.T) {
	t.Parallel()
	r, w := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	run := newRun(newEngine(t), r, &out)
	run.Count = func(c *Counts) {
		if c.Profiles == 100 {
			cancel()
		}
	}
	go func() {
		_, _ = io.WriteString(w, strings.Repeat(goodLine, 100)) // and no more
	}()
	counts, err := run.Decide(ctx)
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, 100, counts.Profiles)
	require.Equal(t, 100, strings.Count(out.String(), "}\n"))
}

// A run that is interrupted in the middle of a chunk finishes the record in hand.
func TestInterruptFinishesTheRecordInHand(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	run := newRun(newEngine(t), strings.NewReader(strings.Repeat(goodLine, 40)), &out)
	f, _ := ParseFields("today")
	write := run.Fields.Write
	f.Write = func(w *bytes.Buffer, rec *engine.Recommendation, places map[string]diag.Pos) error {
		cancel()
		return write(w, rec, places)
	}
	run.Fields, run.Workers = f, 1
	counts, err := run.Decide(ctx)
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, 1, counts.Profiles)
	require.Equal(t, 1, strings.Count(out.String(), "}\n"))
}
