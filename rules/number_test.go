package rules_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Every number of the core pack has an id of its own, a doubt in its range and a reason,
// and is the one that the option secures.
func TestNumbersOfTheCorePack(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	places := map[string]rules.Number{}
	note := func(n rules.Number) {
		id := n.ID.String()
		if old, ok := places[id]; ok {
			require.Equal(t, old, n, id)
		}
		places[id] = n
		require.False(t, n.Because.IsEmpty(), id)
		require.GreaterOrEqual(t, n.Doubt, 0.0, id)
		require.NotEmpty(t, n.At.File, id)
	}
	for d := range p.Dimensions {
		for i := range p.Dimensions[d].Arguments {
			a := &p.Dimensions[d].Arguments[i]
			n := p.StrengthNumber(a)
			part := p.Constants.StrengthDoubt.Value
			if a.StrengthDoubt != nil {
				part = a.StrengthDoubt.Value
			}
			require.InDelta(t, part*a.Strength, n.Doubt, 1e-15)
			note(n)
			for o := range p.Options {
				for _, f := range p.Options[o].ListForms() {
					c := p.CaptureNumber(&p.Options[o], f, a)
					require.Equal(t, p.Options[o].CaptureOf(f, a), c.Value)
					require.LessOrEqual(t, c.Doubt, min(c.Value, 1-c.Value)+1e-15)
					note(c)
				}
			}
		}
		for i := range p.Dimensions[d].Moderators {
			note(p.FactorNumber(&p.Dimensions[d].Moderators[i]))
		}
	}
	for o := range p.Options {
		for _, f := range p.Options[o].ListForms() {
			for i := range f.Raises {
				note(p.RaiseNumber(f, &f.Raises[i]))
			}
		}
	}
	byKind := map[rules.NumberKind]int{}
	for _, n := range places {
		byKind[n.ID.Kind]++
	}
	for _, k := range rules.NumberKinds() {
		require.Positive(t, byKind[k], k)
	}
}

// A number is written in one place, whoever uses it, and a doubt of its own goes before
// that of its kind.
func TestNumberAsItIsWritten(t *testing.T) {
	t.Parallel()
	doubt := &rules.Doubt{Value: 0.5, Because: rules.Text{{"en", "seen by nobody"}}}
	a := rules.Argument{ID: "a", Dimension: "d", Pull: rules.Open, Strength: 0.4}
	b := rules.Argument{ID: "b", Dimension: "d", Pull: rules.Closed, Strength: 0.4, StrengthDoubt: doubt}
	f := rules.Form{ID: "o", Captures: &rules.FormCaptures{
		Arguments: rules.Table[rules.ArgumentCapture]{{Key: "a", Value: rules.ArgumentCapture{Capture: 0.9, Doubt: doubt}}},
	}}
	o := rules.Option{ID: "o", Captures: rules.Captures{
		Open: 0.5, Closed: 0.25, Dimensions: rules.Table[rules.CapturePair]{{Key: "d", Value: rules.CapturePair{Open: 0.75, Closed: 0.5}}},
	}}
	p := &rules.Pack{Options: []rules.Option{o}}
	for _, c := range []struct {
		got         rules.Number
		id          string
		value, able float64
	}{
		{p.StrengthNumber(&a), "strength/a", 0.4, 0.08},
		{p.StrengthNumber(&b), "strength/b", 0.4, 0.2},
		{p.CaptureNumber(&o, &f, &a), "form_capture/o/a", 0.9, 0.05},
		{p.CaptureNumber(&o, &f, &b), "capture/o/d/closed", 0.5, 0.1},
		{p.CaptureNumber(&o, &rules.Form{ID: "x"}, &a), "capture/o/d/open", 0.75, 0.05},
		{p.CaptureNumber(&rules.Option{ID: "o", Captures: o.Captures}, &rules.Form{ID: "x"}, &rules.Argument{ID: "a", Dimension: "e", Pull: rules.Open}), "capture/o/*/open", 0.5, 0.1},
		{p.FactorNumber(&rules.Moderator{ID: "m", Factor: 1.5}), "factor/m", 1.5, 0.3},
		{p.RaiseNumber(&f, &rules.Raise{Argument: "a", Capture: 1}), "raise/o/a", 1, 0},
	} {
		require.Equal(t, c.id, c.got.ID.String())
		require.Equal(t, c.value, c.got.Value, c.id)
		require.InDelta(t, c.able, c.got.Doubt, 1e-12, c.id)
	}
}

// A doubt is a part, with a reason.
func TestDoubtOutOfRange(t *testing.T) {
	t.Parallel()
	p := rules.Core().Clone()
	p.Constants.FactorDoubt.Value = 1.5
	p.Dimensions[0].Arguments[0].StrengthDoubt = &rules.Doubt{Value: -0.1}
	p.Options[0].Captures.Doubt = &rules.Doubt{Value: 2}
	err := p.Check()
	require.Error(t, err)
	for _, what := range []string{"factor_doubt", ".strength_doubt", ".captures.doubt"} {
		require.True(t, strings.Contains(err.Error(), what), what)
	}
}

// An argument may be named like a side: what it secures is no default.
func TestNumbersHaveDifferentIDs(t *testing.T) {
	t.Parallel()
	p := &rules.Pack{}
	o := rules.Option{ID: "o", Captures: rules.Captures{Arguments: rules.Table[rules.ArgumentCapture]{{Key: "open", Value: rules.ArgumentCapture{}}}}}
	own := rules.Form{ID: "o", Captures: &rules.FormCaptures{Default: &rules.CapturePair{}}}
	seen := map[string]rules.NumberID{}
	for _, f := range []*rules.Form{&own, {ID: "x"}} {
		for _, a := range []*rules.Argument{
			{ID: "open", Dimension: "d", Pull: rules.Open}, {ID: "b", Dimension: "d", Pull: rules.Open}, {ID: "c", Dimension: "d", Pull: rules.Closed},
		} {
			id := p.CaptureNumber(&o, f, a).ID
			if old, ok := seen[id.String()]; ok {
				require.Equal(t, old, id)
			}
			seen[id.String()] = id
		}
	}
	require.Len(t, seen, 5)
}

// Doubts are written beside numbers, translated as all texts are, part of the digest, and
// refused where they stand.
func TestDoubtInFiles(t *testing.T) {
	t.Parallel()
	load := func(name, after, insert string) (*rules.Pack, error) {
		files := coreFiles(t)
		require.Contains(t, string(files[name].Data), after)
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[name].Data), after, after+insert, 1))}
		texts := "zh/" + name
		files[texts] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[texts].Data), "  open_advantage:", "  open_advantage:\n    strength_doubt: {because: 无人测过。}", 1))}
		return rules.Load(files)
	}
	const dimension, cell = "dimensions/adaptability.yaml", "  open_advantage:"
	p, err := load(dimension, cell, "\n    strength_doubt: {value: 0.3, because: Nobody measured it.}")
	require.NoError(t, err)
	a := p.Argument("adaptability.open_advantage")
	n := p.StrengthNumber(a)
	require.InDelta(t, 0.3*a.Strength, n.Doubt, 1e-12)
	require.Equal(t, rules.Text{{"en", "Nobody measured it."}, {"zh", "无人测过。"}}, n.OwnDoubt.Because)
	require.NotEqual(t, rules.Core().Digest, p.Digest)
	other, err := load(dimension, cell, "\n    strength_doubt: {value: 0.4, because: Nobody measured it.}")
	require.NoError(t, err)
	require.NotEqual(t, other.Digest, p.Digest)

	for insert, refused := range map[string]string{
		"{value: 0.3}":                               "because",
		"{because: So.}":                             "value",
		"{value: 1.5, because: So.}":                 "[0, 1]",
		"{value: 0.3, becuase: So., because: So.}":   "becuase",
		"{value: a fifth, because: A word is none.}": "expected a number",
	} {
		_, err := load(dimension, cell, "\n    strength_doubt: "+insert)
		list, ok := diag.From(err)
		require.True(t, ok, "%s: %v", insert, err)
		require.Contains(t, list.Error(), refused)
		require.Equal(t, dimension, list[0].Pos.File, insert)
		require.NotZero(t, list[0].Pos.Line, insert)
	}
}

// A pack that says nothing of doubt is read as the first version meant it: off by a fifth.
func TestAPackWithoutDoubt(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	drop := regexp.MustCompile(`(?m)^  (# How far the|# its distance).*\n|^  (strength|factor|capture)_doubt:\n(    .*\n)+`)
	for _, name := range []string{"pack.yaml", "zh/pack.yaml"} {
		files[name] = &fstest.MapFile{Data: drop.ReplaceAll(files[name].Data, nil)}
		require.NotContains(t, string(files[name].Data), "_doubt")
	}
	p, err := rules.Load(files)
	require.NoError(t, err)
	require.Nil(t, p.Constants.StrengthDoubt)
	m := &rules.Moderator{Factor: 0.5}
	require.InDelta(t, 0.1, p.FactorNumber(m).Doubt, 1e-12)
}
