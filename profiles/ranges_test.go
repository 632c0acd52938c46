package profiles_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestRangesAreRead(t *testing.T) {
	t.Parallel()
	for f, text := range map[profiles.Format]string{
		profiles.YAML: "priorities:\n  data_privacy: {between: [4, 7.5], note: depends, sure: low}\n  ip_secrecy: {between: [3, 3]}\n",
		profiles.TOML: "[priorities]\ndata_privacy = {between = [4, 7.5], note = \"depends\", sure = \"low\"}\nip_secrecy = {between = [3, 3]}\n",
		profiles.JSON: `{"priorities": {"data_privacy": {"between": [4, 7.5], "note": "depends", "sure": "low"}, "ip_secrecy": {"between": [3, 3]}}}`,
	} {
		p, err := profiles.Read(strings.NewReader(text), "x", f)
		require.NoError(t, err, f)
		require.Equal(t, map[string]engine.WeightRange{"data_privacy": {Low: 4, High: 7.5}}, p.Ranges, f)
		require.Equal(t, map[string]float64{"ip_secrecy": 3}, p.Weights, "a range from a weight to itself is that weight")
		require.Equal(t, engine.Note{Sure: "low", Text: "depends", Layer: "x"}, p.Notes["data_privacy"], f)
	}
}

func TestWrongRangesAreToldWithTheirPlace(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"{between: [7, 4]}":             "2:27 AJ265 reversed",
		"{between: [4]}":                "2:27 AJ265 numbers",
		"{between: 4-7}":                "2:27 AJ265 numbers",
		"{between: }":                   "2:27 AJ209",
		"{between: [4, 12]}":            "2:31 AJ224",
		"{between: [-1, x]}":            "2:28 AJ224, 2:32 AJ208",
		"{between: [4, .nan]}":          "2:31 AJ224",
		"{between: [4, 7], weight: 5}":  "2:35 AJ265 twice",
		"{beween: [4, 7]}":              "2:17 AJ207, 2:18 AJ201 between",
		"[4, 7]":                        "2:17 AJ265 bare",
		"4 to 7":                        "2:17 AJ265 bare",
		"{weight: [4, 7]}":              "2:26 AJ265 bare",
		"{weight: {between: [4, 7]}}":   "2:26 AJ228",
		"{between: {between: [4, 7]}}":  "2:27 AJ265 numbers",
		"{between: [4, 7], noet: abcd}": "2:35 AJ201 note",
	} {
		_, err := profiles.Read(strings.NewReader("priorities:\n  data_privacy: "+value+"\n"), "x", profiles.YAML)
		list, ok := diag.From(err)
		require.True(t, ok, "%s: %v", value, err)
		var got []string
		for _, d := range list {
			text := fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Code)
			for _, more := range []string{d.Args["case"], d.Suggest} {
				if more != "" {
					text += " " + more
				}
			}
			got = append(got, text)
		}
		require.Equal(t, want, strings.Join(got, ", "), value)
	}
}

// A stronger layer replaces a range by a weight and a weight by a range, and never
// leaves both.
func TestRangesAndWeightsReplaceEachOther(t *testing.T) {
	t.Parallel()
	const file = "extends: [preset:model_startup]\npriorities: {data_privacy: {between: [4, 7]}, ip_secrecy: 3}\n"
	load := func(opts ...profiles.LoadOption) (engine.Profile, error) {
		return profiles.Read(strings.NewReader(file), "p.yaml", profiles.YAML, opts...)
	}
	read := func(opts ...profiles.LoadOption) engine.Profile {
		p, err := load(opts...)
		require.NoError(t, err)
		return p
	}
	p := read(profiles.WithEnv("AJAR_SET_IP_SECRECY=2~5"), profiles.WithAssignments("data_privacy=6"))
	require.InDelta(t, 6, p.Weights["data_privacy"], 0)
	require.Equal(t, map[string]engine.WeightRange{"ip_secrecy": {Low: 2, High: 5}}, p.Ranges)
	require.NotContains(t, p.Weights, "ip_secrecy")
	require.Equal(t, "env", p.Notes["ip_secrecy"].Layer)
	p = read(profiles.WithAssignments("data_privacy=", "ip_secrecy=3..3"))
	require.Empty(t, p.Ranges)
	require.NotContains(t, p.Weights, "data_privacy")
	require.InDelta(t, 3, p.Weights["ip_secrecy"], 0)
	_, err := load(profiles.WithAssignments("data_privacy=7..4"))
	require.ErrorContains(t, err, "--set: AJ265")
	_, err = load(profiles.WithEnv("AJAR_SET_IP_SECRECY=4-70"))
	require.ErrorContains(t, err, "AJAR_SET_IP_SECRECY: AJ224")
	_, err = load(profiles.WithAssignments("kind=4..7"))
	require.ErrorContains(t, err, "AJ206")
}

func TestEditsOfRanges(t *testing.T) {
	t.Parallel()
	none, span := engine.Note{}, engine.WeightRange{Low: 4, High: 7.5}
	for _, c := range []struct {
		old    string
		change profiles.FileChange
		want   string
	}{
		{"3 # why", profiles.SetRange("data_privacy", span, none), "{between: [4, 7.5]} # why"},
		{"3", profiles.SetRange("data_privacy", engine.WeightRange{Low: 5, High: 5}, none), "5"},
		{"{between: [1, 2]} # why", profiles.SetRange("data_privacy", span, none), "{between: [4, 7.5]} # why"},
		{"{between: [1, 2], note: x}", profiles.SetWeight("data_privacy", 5, none), "5"},
		{"{between: [1, 2]}", profiles.SetRange("data_privacy", span, engine.Note{By: "mei"}), "{between: [4, 7.5], by: mei}"},
		{"\n    # inside\n    between: [1, 2] # why\n    note: x", profiles.SetRange("data_privacy", span, engine.Note{Text: "x"}), "\n    # inside\n    between: [4, 7.5] # why\n    note: x"},
		{"\n    between:\n      - 1\n      - 2", profiles.SetWeight("data_privacy", 5, none), "\n    weight: 5"},
	} {
		head, end := "priorities:\n  data_privacy: ", "\n  ip_secrecy: 1\n"
		if strings.HasPrefix(c.old, "\n") {
			head = strings.TrimSuffix(head, " ")
		}
		require.Equal(t, head+c.want+end, edit(t, head+c.old+end, c.change))
	}
	for _, f := range []profiles.Format{profiles.TOML, profiles.JSON} {
		text := write(t, engine.Profile{Weights: map[string]float64{"data_privacy": 3}}, f)
		out, err := profiles.Rewrite([]byte(text), f, []profiles.FileChange{profiles.SetRange("data_privacy", span, none)})
		require.NoError(t, err)
		p, err := profiles.Read(strings.NewReader(string(out)), "x", f)
		require.NoError(t, err)
		require.Equal(t, span, p.Ranges["data_privacy"])
		require.Empty(t, p.Weights)
	}
}

// However a weight or a range stood in a file, a range or a weight takes its place, and
// no other line changes.
func TestAnEditOfARangeChangesNothingElse(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		l := &layout{}
		l.add("", "ajar: 1", "priorities: # here")
		l.filler(t)
		if rapid.Bool().Draw(t, "was a range") {
			style := rapid.SampledFrom([]string{"{between: [1, 2]}", "{note: 'x', between: [1, 2]} # why", "\n    between: [1, 2]\n    # inside\n    note: x", "\n    between: # why\n      - 1\n      - 2\n    by: mei"}).Draw(t, "style")
			l.add("data_privacy", strings.Split(strings.TrimRight("  data_privacy: "+style, " "), "\n")...)
		} else {
			l.answer(t, "data_privacy", "weight", "3")
		}
		l.filler(t)
		l.add("", "  ip_secrecy: 4 # kept", "facts: {}")
		text := strings.Join(l.lines, "\n") + "\n"
		before, err := profiles.Read(strings.NewReader(text), "x", profiles.YAML)
		require.NoError(t, err, text)
		note := engine.Note{Text: rapid.SampledFrom([]string{"", "new", "a\nb # c"}).Draw(t, "note")}
		before.Ranges, before.Weights = nil, map[string]float64{"ip_secrecy": 4, "data_privacy": 6}
		change := profiles.SetWeight("data_privacy", 6, note)
		if rapid.Bool().Draw(t, "becomes a range") {
			r := engine.WeightRange{Low: 2.5, High: 8}
			change, before.Ranges = profiles.SetRange("data_privacy", r, note), map[string]engine.WeightRange{"data_privacy": r}
			delete(before.Weights, "data_privacy")
		}
		note.Layer = "x"
		before.Notes["data_privacy"] = note
		out, err := profiles.Edit([]byte(text), []profiles.FileChange{change})
		require.NoError(t, err, text)
		after, err := profiles.Read(strings.NewReader(string(out)), "x", profiles.YAML)
		require.NoError(t, err, "%s\n----\n%s", text, out)
		require.Equal(t, before, after, "%s\n----\n%s", text, out)
		requireOthersKept(t, l, "data_privacy", string(out))
	})
}

func TestRangesAreCompared(t *testing.T) {
	t.Parallel()
	ranged := func(low, high float64) engine.Profile {
		return engine.Profile{Ranges: map[string]engine.WeightRange{"data_privacy": {Low: low, High: high}}}
	}
	weight := engine.Profile{Weights: map[string]float64{"data_privacy": 5}}
	require.Equal(t, []profiles.Difference{{Kind: profiles.PriorityKind, ID: "data_privacy", From: "5", To: "4..6"}}, profiles.Compare(weight, ranged(4, 6)))
	require.Equal(t, []profiles.Difference{{Kind: profiles.PriorityKind, ID: "data_privacy", From: "3..7", To: "4..6"}}, profiles.Compare(ranged(3, 7), ranged(4, 6)))
	require.NotEqual(t, digestOf(ranged(3, 7)), digestOf(ranged(4, 6)), "the same middle")
	require.Empty(t, profiles.Compare(weight, ranged(5, 5)))
	require.Equal(t, digestOf(weight), digestOf(ranged(5, 5)))

	near := engine.Profile{Weights: map[string]float64{"data_privacy": 5.0000000001}}
	for _, same := range []engine.Profile{near, ranged(5, 5.0000000001), ranged(5.0000000001, 5.0000000001)} {
		require.Empty(t, profiles.Compare(weight, same), "one weight as it is read")
	}
	require.Empty(t, profiles.Compare(ranged(4, 6), ranged(4.0000000001, 6)))
	next := engine.Profile{Weights: map[string]float64{"data_privacy": 5.0000000011}}
	require.Equal(t, []profiles.Difference{{Kind: profiles.PriorityKind, ID: "data_privacy", From: "5", To: "5.000000001"}}, profiles.Compare(weight, next))
}

func digestOf(p engine.Profile) string { return p.Digest() }
