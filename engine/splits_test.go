package engine_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// division is a way to divide the work between what is given and what is kept.
type division struct {
	id    string
	class int     // 1 to 3
	value float64 // if only reach counts, as in all that follows
	gives []string
	needs string // a fact, "" for none
}

var parts = []string{"code", "data", "docs", "extras"}

// packOfSplits has a mixed option with these forms, between a closed one of value 0.1 and
// an open one of value 0.2. The margin is 0.05.
func packOfSplits(divisions ...division) *rules.Pack {
	p := testkit.BarePack("found", "lost")
	source, text := p.Facts[0].Source, p.Options[0].Text
	p.Constants.Margin.Value = 0.05
	for _, id := range parts {
		p.Components = append(p.Components, rules.Component{ID: id, Title: text, Kind: p.PartKinds[0].ID})
	}
	public := &p.Options[1]
	public.Step, public.Class, public.Captures.Open = 9, 9, 0.2
	split := rules.Option{ID: "split", Step: 1, Class: 1, Stance: rules.Mixed, Title: text, Text: text, Captures: public.Captures, Acts: public.Acts, Source: source}
	for _, d := range divisions {
		class := d.class
		f := rules.Form{
			ID: d.id, Title: text, Text: text, Class: &class, Gives: d.gives, Source: source,
			Captures: &rules.FormCaptures{Default: &rules.CapturePair{Open: d.value, Closed: 0.5, Because: text}},
		}
		f.Keeps = slices.DeleteFunc(slices.Clone(parts), func(id string) bool { return slices.Contains(d.gives, id) })
		if d.needs != "" {
			needs := testkit.Holds(d.needs)
			f.Requires, f.RequiresText = &needs, text
		}
		split.Forms = append(split.Forms, f)
	}
	p.Options = append(p.Options, split)
	return p
}

func one(id string, class int, value float64) division {
	return division{id: id, class: class, value: value, gives: []string{"code"}}
}

var reachAlone = engine.Profile{Weights: map[string]float64{"reach": 5}}

// Among splits that lie within the margin of the best the narrowest class wins, inside a
// class the greater value, then what gives fewer parts, then the id; the order in which they
// are written says nothing.
func TestWhichSplitWins(t *testing.T) {
	t.Parallel()
	three := division{"few", 1, 0.9, []string{"code", "data", "docs"}, ""}
	two := division{"lot", 1, 0.9, []string{"code", "data"}, ""}
	for _, x := range []struct {
		why       string
		divisions []division
		want      string
	}{
		{"the greater value", []division{one("a", 1, 0.5), one("b", 1, 0.9), one("c", 1, 0.7)}, "b"},
		{"the greater value, however little", []division{one("a", 1, 0.899), one("b", 1, 0.9)}, "b"},
		{"the narrower class within the margin", []division{one("a", 2, 0.9), one("b", 1, 0.86)}, "b"},
		{"the narrower class right on the margin", []division{one("a", 2, 0.9), one("b", 1, 0.85)}, "b"},
		{"a narrower class beyond the margin does not", []division{one("a", 2, 0.9), one("b", 1, 0.84)}, "a"},
		{"the better of the narrower class", []division{one("a", 3, 0.9), one("b", 2, 0.86), one("c", 2, 0.87)}, "c"},
		{"the narrowest of three", []division{one("a", 3, 0.9), one("b", 2, 0.89), one("c", 1, 0.86)}, "c"},
		{"the margin is counted from the best", []division{one("a", 3, 0.9), one("b", 2, 0.86), one("c", 1, 0.82)}, "b"},
		{"what gives fewer parts", []division{three, two}, "lot"},
		{"the id among equals", []division{one("b", 1, 0.9), one("a", 1, 0.9), one("c", 1, 0.9)}, "a"},
		{"value before parts", []division{{"a", 1, 0.92, parts[:3], ""}, one("b", 1, 0.9)}, "a"},
		{"what is not possible is no rival", []division{{"a", 1, 0.95, parts[:1], "lost"}, one("b", 1, 0.9)}, "b"},
		{"what may be possible is none yet", []division{{"a", 1, 0.95, parts[:1], "found"}, one("b", 1, 0.5)}, "b"},
	} {
		for range 2 {
			slices.Reverse(x.divisions)
			e := build(t, packOfSplits(x.divisions...))
			profile := reachAlone
			profile.Facts = map[string]engine.Answer{"lost": engine.No}
			r := decide(t, e, profile)
			require.Equal(t, "split "+x.want, r.Option+" "+r.Form, x.why)
			require.Equal(t, x.want, r.Split, x.why)
			require.Equal(t, x.want, resultOf(t, r, "split").Form, x.why)
			require.Equal(t, engine.RunnerUp{Option: "public", Form: "public", Gap: r.RunnerUp.Gap}, r.RunnerUp, x.why)
			require.Empty(t, r.TooClose, "%s: a form of the same option is no rival", x.why)
			given := x.divisions[slices.IndexFunc(x.divisions, func(d division) bool { return d.id == x.want })].gives
			for _, c := range r.Components {
				want := rules.AdviseKeep
				if slices.Contains(given, c.ID) {
					want = rules.AdviseOpen
				}
				require.Equal(t, want, c.Advice, "%s: %s", x.why, c.ID)
				require.Equal(t, x.want, c.Rule, x.why)
			}
			require.Len(t, r.Components, len(parts))
		}
	}
}

// While another option is advised, an option is shown by the split that would win; if none
// can be had, by the one that comes nearest to it, then by value, then by order.
func TestWhichSplitStandsForAnOption(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		why       string
		divisions []division
		want      string
	}{
		{"the greater value", []division{one("a", 1, 0.05), one("b", 1, 0.15)}, "b"},
		{"the narrower class within the margin", []division{one("a", 2, 0.15), one("b", 1, 0.12)}, "b"},
		{"the possible one", []division{{"a", 1, 0.15, parts[:1], "lost"}, {"b", 1, 0.1, parts[:1], "found"}}, "b"},
		{"the greater value of the possible", []division{{"a", 1, 0.1, parts[:1], "found"}, {"b", 1, 0.15, parts[:1], "found"}}, "b"},
		{"the first among equals", []division{{"b", 1, 0.1, parts[:1], "lost"}, {"a", 1, 0.1, parts[:1], "lost"}}, "a"},
	} {
		for range 2 {
			slices.Reverse(x.divisions)
			p := packOfSplits(x.divisions...)
			p.Options[0].Captures.Open = 0.9 // the closed one leads
			profile := reachAlone
			profile.Facts = map[string]engine.Answer{"lost": engine.No}
			r := decide(t, build(t, p), profile)
			require.Equal(t, "private", r.Option, x.why)
			require.Empty(t, r.Split, x.why)
			require.Equal(t, x.want, resultOf(t, r, "split").Form, x.why)
		}
	}
}

// The runner-up is the best form of another option: of two splits the one of greater value,
// even where the narrower class would win between the two.
func TestWhichSplitIsRunnerUp(t *testing.T) {
	t.Parallel()
	p := packOfSplits(one("a", 2, 0.5), one("b", 1, 0.48), one("c", 1, 0.4))
	p.Options[0].Captures.Open = 0.9
	r := decide(t, build(t, p), reachAlone)
	require.Equal(t, "private", r.Option)
	require.Equal(t, "split a", r.RunnerUp.Option+" "+r.RunnerUp.Form)
	require.InDelta(t, 0.4, r.RunnerUp.Gap, 1e-12)

	// What the margin passes over is named.
	p.Options[0].Captures.Open = 0.46
	r = decide(t, build(t, p), reachAlone)
	require.Equal(t, "private", r.Option)
	require.Equal(t, "split", r.TooClose)
}
