package cli_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine/report/layout"
)

// threeProfiles are one that is open, one with a mistake and one that is closed.
const threeProfiles = `{"name": "a", "priorities": {"adoption_reach": 9}, "facts": {"kind": "software"}}
{"name": "b", "priorities": {}, "facts": {"kindd": "software"}}
{"name": "c", "priorities": {"predictable_revenue": 9}, "facts": {"kind": "model"}}
`

// threeInCSV are the same, but for the mistake and the name of the last.
const threeInCSV = `name,adoption_reach,predictable_revenue,kind
a,9,,software
b,,,softwar
"c, the ""third""",,9,model
`

// newBatchFolder makes a folder with inputs.
func newBatchFolder(t *testing.T) string {
	t.Helper()
	var packed, packedTighter bytes.Buffer
	gz := gzip.NewWriter(&packed)
	zst, err := zstd.NewWriter(&packedTighter)
	require.NoError(t, err)
	for _, w := range []interface {
		Write([]byte) (int, error)
		Close() error
	}{gz, zst} {
		_, err := w.Write([]byte(threeProfiles))
		require.NoError(t, err)
		require.NoError(t, w.Close())
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"three.ndjson": threeProfiles, "three.csv": threeInCSV, "columns.csv": "name,kindd\n", "twice.csv": "kind,kind\n", "empty.csv": "",
		"three.ndjson.gz": packed.String(), "three.ndjson.zst": packedTighter.String(), "cut.gz": packed.String()[:packed.Len()-9], "fake.gz": "no gzip",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

// Each row is a command with some of what it says and does not say.
func TestBatch(t *testing.T) {
	t.Parallel()
	dir := newBatchFolder(t)
	const (
		first = `"line":1,"name":"a","stance":"open"`
		last  = `"line":3,"name":"c","stance":"closed"`
		count = "profiles: 3, with mistakes: 1"
	)
	for _, c := range []struct {
		name string
		args string
		env  []string
		code int
		out  []string // in this order
		not  string   // in neither
		err  []string
	}{
		{name: "standard input", out: []string{first, `"line":2,"name":"","stance":null`, last}, err: []string{"ajar: stdin:2:43: unknown fact", count}},
		{name: "a dash", args: "- -q", out: []string{first, last}, err: []string{"stdin:2:43"}, not: "profiles:"},
		{name: "gzip", args: "three.ndjson.gz", out: []string{first, last}, err: []string{"three.ndjson.gz:2:43", count}},
		{name: "zstd", args: "three.ndjson.zst", out: []string{first, last}, err: []string{count}},
		{name: "no gzip", args: "fake.gz", code: cli.ExitFailed, err: []string{"fake.gz: "}, not: "schema"},
		{name: "gzip that ends early", args: "cut.gz", code: cli.ExitFailed, out: []string{first}, err: []string{"cut.gz: "}},
		{name: "no file", args: "no.ndjson", code: cli.ExitFailed, err: []string{"no.ndjson: the file does not exist"}},
		{name: "a folder", args: ".", code: cli.ExitFailed, err: []string{"this is a folder"}},
		{name: "two files", args: "three.ndjson three.csv", code: cli.ExitUsage, err: []string{"three.csv"}},
		{name: "into its input", args: "three.ndjson -o three.ndjson", code: cli.ExitUsage, err: []string{"three.ndjson"}},

		{name: "CSV", args: "three.csv", out: []string{`"line":2,"name":"a","stance":"open"`, `"line":3,"name":"","stance":null`, `"line":4,"name":"c, the \"third\"","stance":"closed"`}, err: []string{`three.csv:3: "softwar"`, count}},
		{name: "no CSV", args: "three.csv --from json", err: []string{"three.csv:1:2", "profiles: 4, with mistakes: 4"}},
		{name: "a column of no id", args: "columns.csv", code: cli.ExitUsage, err: []string{`columns.csv:1: unknown fact or priority "kindd"`, `"kind"`}},
		{name: "a column twice", args: "twice.csv", code: cli.ExitUsage, err: []string{`twice.csv:1: the key "kind" stands twice`}},
		{name: "no columns", args: "empty.csv", code: cli.ExitUsage, err: []string{"empty.csv: the file is empty"}},

		{name: "stopped", args: "three.ndjson --on-error stop", code: cli.ExitFailed, out: []string{first}, err: []string{"three.ndjson:2:43", "profiles done: 1", "--resume 1"}, not: `"line":2`},
		{name: "resumed", args: "three.ndjson --resume 2", out: []string{last}, not: `"line":1`, err: []string{"profiles: 1, with mistakes: 0"}},
		{name: "nothing left", args: "three.ndjson --resume 9", err: []string{"profiles: 0"}, not: "schema"},
		{name: "the first half", args: "three.ndjson --shard 1/2", out: []string{first, last}, not: `"line":2`},
		{name: "the second half", args: "three.ndjson --shard 2/2", out: []string{`"line":2`}, not: `"line":3`},
		{name: "half of a half", args: "three.ndjson --shard 1/2 --resume 1", out: []string{last}, not: `"line":1`},

		{name: "keys", args: "three.ndjson --fields today,settled", out: []string{`"mistakes":[],"result":{"settled":{"stance":"thin"`, `"today":{"stance":"open"`}},
		{name: "all keys", args: "three.ndjson --fields full --lang zh", out: []string{`"result":{"schema":"ajar.result/2","lang":"zh"`}, err: []string{"未知的事实"}},
		{name: "answers of the environment", args: "three.ndjson --fields answers", env: []string{"AJAR_SET_KIND=model"}, out: []string{`"id":"kind","kind":"fact","value":"model","state":"known","layer":"env"`}},
		{name: "a mistake in the environment", args: "three.ndjson", env: []string{"AJAR_SET_KIND=modle"}, code: cli.ExitUsage, err: []string{"AJAR_SET_KIND: "}, not: "three.ndjson"},

		{name: "counts", args: "three.ndjson --summary", out: []string{"3  read", "1  with mistakes", "1 (50%)  open", "1 (50%)  closed", "--fields settled"}, not: "schema"},
		{name: "counts with words", args: "three.ndjson --summary --fields settled", out: []string{"2 (100%)  hardly any basis"}, not: "--fields settled"},
		{name: "counts as data", args: "three.ndjson --summary --format json", out: []string{`"schema": "ajar.batch-summary/1"`, `"mistaken": 1`}},

		{name: "flags that say nothing", args: "--fields stanc --from xml --on-error go --resume -1 --shard 3/2", code: cli.ExitUsage, err: []string{`"stanc"`, `"xml"`, `"go"`, `"-1"`, `"3/2"`}},
		{name: "a part of none", args: "--shard 1", code: cli.ExitUsage, err: []string{"--shard"}},
		{name: "lines in no other form", args: "--format md", code: cli.ExitUsage, err: []string{"md"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := run(t, cli.Surroundings{Dir: dir, Stdin: strings.NewReader(threeProfiles), Env: c.env}, append([]string{"batch"}, strings.Fields(c.args)...)...)
			require.Equal(t, c.code, r.code, r.err)
			requireInOrder(t, r.out, c.out)
			requireInOrder(t, r.err, c.err)
			if c.not != "" {
				require.NotContains(t, r.out+r.err, c.not)
			}
		})
	}
}

func requireInOrder(t *testing.T, text string, parts []string) {
	t.Helper()
	for _, part := range parts {
		_, after, ok := strings.Cut(text, part)
		require.True(t, ok, "%s\nis not there, or not in order; left:\n%s", part, text)
		text = after
	}
}

// A run that was stopped goes on in the file that it began, and leaves what one that was
// not stopped leaves.
func TestBatchGoesOnInItsFile(t *testing.T) {
	t.Parallel()
	dir := newBatchFolder(t)
	s := cli.Surroundings{Dir: dir}
	want := run(t, s, "batch", "three.ndjson").out
	require.Equal(t, cli.ExitFailed, run(t, s, "batch", "three.ndjson", "--on-error", "stop", "-o", "out.ndjson").code)
	require.Equal(t, cli.ExitOK, run(t, s, "batch", "three.ndjson", "--resume", "1", "-o", "out.ndjson").code)
	got, err := os.ReadFile(filepath.Join(dir, "out.ndjson"))
	require.NoError(t, err)
	require.Equal(t, want, string(got))
}

// The page of counts fits a narrow window.
func TestBatchSummaryIsNarrow(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		r := run(t, cli.Surroundings{Stdin: strings.NewReader(threeProfiles)}, "batch", "--summary", "--fields", "settled", "--width", "40", "--lang", lang)
		for line := range strings.Lines(r.out) {
			require.LessOrEqual(t, layout.TextWidth(strings.TrimRight(line, "\n")), 40, line)
		}
	}
}

// All keys of a line are what decide writes of the same profile, positions and warnings
// too.
func TestBatchSaysWhatDecideSays(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{"name":"a","extends":["preset:model_startup"],"priorities":{"adoption_reach":{"weight":3,"note":"n"}}}`,
		`{"ajar":1,"priorities":{"adoption_reach":8},"facts":{"release_status":"open_already","present_terms":"proprietary"}}`,
		`{}`,
	} {
		r := run(t, cli.Surroundings{Stdin: strings.NewReader(text)}, "batch", "--fields", "full", "-q", "--lang", "zh")
		require.Equal(t, cli.ExitOK, r.code, r.err)
		var line struct {
			Stance, Option, Form, Ready, Result json.RawMessage
		}
		require.NoError(t, json.Unmarshal([]byte(r.out), &line))
		want := run(t, cli.Surroundings{Stdin: strings.NewReader(text)}, "decide", "-", "--format", "json", "-q", "--lang", "zh").out
		require.JSONEq(t, want, string(line.Result))
		var verdict map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(line.Result, &verdict))
		require.Equal(t, []json.RawMessage{verdict["stance"], verdict["option"], verdict["form"], verdict["ready"]}, []json.RawMessage{line.Stance, line.Option, line.Form, line.Ready})
	}
}
