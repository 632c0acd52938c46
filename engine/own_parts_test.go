package engine_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// ofPart is a profile whose facts are those that count for one part.
func ofPart(whole engine.Profile, part *engine.Part) engine.Profile {
	p := whole.Clone()
	if p.Facts == nil {
		p.Facts = map[string]engine.Answer{}
	}
	maps.Copy(p.Facts, part.Facts)
	return p
}

func marshalled(t require.TestingT, v any) string {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

// ownRows gives the rows of a result for parts that the owner names, and all others.
func ownRows(r *engine.Recommendation) (own map[string]engine.ComponentResult, rest []engine.ComponentResult) {
	own = map[string]engine.ComponentResult{}
	for _, c := range r.Components {
		if c.Own {
			own[c.ID] = c
		} else {
			rest = append(rest, c)
		}
	}
	return own, rest
}

// partBreaches holds the rows of an owner's parts against the law, read anew.
func partBreaches(p *rules.Pack, profile engine.Profile, r *engine.Recommendation) (out []string) {
	own, _ := ownRows(r)
	for i := range profile.Parts {
		part := &profile.Parts[i]
		c, ok := own[part.ID]
		if !ok {
			continue
		}
		waits := map[string]bool{}
		for _, id := range c.Bars {
			waits[id] = true
		}
		out = append(out, testkit.FindPartBreaches(p, reading(p, ofPart(profile, part)), part.Like, c.Advice, waits)...)
	}
	return out
}

// No decision on a part of the owner does what a bar forbids on the answers for that
// part, on random packs.
func TestNothingForbiddenIsAdvisedOnOwnParts(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		profile.Parts = gen.Parts(t, p)
		require.Empty(t, partBreaches(p, profile, decide(t, e, profile)))
	})
}

// The same on the core pack, on random profiles whose parts have answers of their own.
func TestNothingForbiddenIsAdvisedOnOwnPartsByTheCorePack(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	e := build(t, p)
	seen := map[string]int{}
	for n := range testkit.Times(500) {
		profile := corePickedAtRandom(p, uint64(n))
		profile.Parts = corePartsPickedAtRandom(p, uint64(n))
		r := decide(t, e, profile)
		require.Empty(t, partBreaches(p, profile, r), "profile %d: %v, %v", n, profile.Facts, profile.Parts)
		own, _ := ownRows(r)
		for _, c := range own {
			seen[string(c.Advice)]++
			if len(c.Bars) > 0 {
				seen["waits"]++
			}
		}
	}
	require.Len(t, seen, 4, "%v", seen)
}

// corePartsPickedAtRandom picks three parts that answer one fact in five of their own.
func corePartsPickedAtRandom(p *rules.Pack, seed uint64) []engine.Part {
	rnd := rand.New(rand.NewPCG(seed, 20261127))
	out := make([]engine.Part, 3)
	for i := range out {
		out[i] = engine.Part{ID: "part" + strconv.Itoa(i), Like: p.Components[rnd.IntN(len(p.Components))].ID, Facts: map[string]engine.Answer{}}
		for j := range p.Facts {
			switch f := &p.Facts[j]; rnd.IntN(10) {
			case 0:
				out[i].Facts[f.ID] = pickAnswer(rnd, f)
			case 1:
				out[i].Facts[f.ID] = engine.Unknown
			}
		}
	}
	return out
}

// What an owner says of parts changes no value, no form, no word and no flip: all of
// the result but the rows and what follows from them.
func TestOwnPartsChangeNoVerdict(t *testing.T) {
	after := []string{"Profile", "Duties", "Components", "Licences", "Clashes", "Standards"}
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		bare := analysed(t, e, profile)
		profile.Parts = gen.Parts(t, p)
		with := analysed(t, e, profile)
		a, b := reflect.ValueOf(*bare), reflect.ValueOf(*with)
		for i := range a.NumField() {
			if name := a.Type().Field(i).Name; !slices.Contains(after, name) {
				require.Equal(t, marshalled(t, a.Field(i).Interface()), marshalled(t, b.Field(i).Interface()), name)
			}
		}
		_, rest := ownRows(with)
		rest = slices.DeleteFunc(slices.Clone(bare.Components), func(c engine.ComponentResult) bool {
			return !slices.ContainsFunc(rest, func(x engine.ComponentResult) bool { return reflect.DeepEqual(x, c) })
		})
		for _, c := range bare.Components {
			named := slices.ContainsFunc(profile.Parts, func(x engine.Part) bool { return x.Like == c.ID })
			kept := slices.ContainsFunc(rest, func(x engine.ComponentResult) bool { return x.ID == c.ID })
			require.Equal(t, !named, kept, "a part of the owner stands in place of what it is like, and of nothing else: %s", c.ID)
		}
	})
}

// The order of parts in a profile changes no byte, and a part changes no row of another.
func TestOwnPartsStandByThemselves(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		profile.Parts = gen.Parts(t, p)
		r := decide(t, e, profile)
		turned := profile.Clone()
		slices.Reverse(turned.Parts)
		other := decide(t, e, turned)
		require.Equal(t, profile.Digest(), turned.Digest())
		other.Profile = r.Profile
		require.Equal(t, marshalled(t, r), marshalled(t, other))
		if len(profile.Parts) == 0 {
			return
		}
		own, _ := ownRows(r)
		one := profile.Clone()
		one.Parts = one.Parts[:1]
		alone, _ := ownRows(decide(t, e, one))
		require.Equal(t, own[one.Parts[0].ID], alone[one.Parts[0].ID])
	})
}

// A part without answers of its own is treated like the component that it is like.
func TestOwnPartWithoutAnswersIsLikeItsComponent(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		generic := decide(t, e, profile)
		for i := range p.Components {
			profile.Parts = append(profile.Parts, engine.Part{ID: "own" + strconv.Itoa(i), Like: p.Components[i].ID})
		}
		own, rest := ownRows(decide(t, e, profile))
		require.Empty(t, rest)
		for _, c := range generic.Components {
			i := slices.IndexFunc(profile.Parts, func(x engine.Part) bool { return x.Like == c.ID })
			like := own[profile.Parts[i].ID]
			require.Equal(t, c.Bars, like.Bars, c.ID)
			require.Len(t, like.Conditions, len(c.Bars))
			like.ID, like.Own, like.Conditions, like.Unknown = c.ID, false, nil, nil
			require.Equal(t, c, like)
		}
	})
}

// ownToy is a toy pack with code and data that are given, and a bar on data.
func ownToy(t *testing.T, escapes ...rules.Escape) *engine.Engine {
	return toy(t, func(p *rules.Pack) {
		p.Components[0].Kind, p.Components[1].Kind = "code", "data"
		p.Components[0].Advice = []rules.ComponentAdvice{{ID: "code_out", Advise: rules.AdviseOpen}}
		p.Components[1].Advice = []rules.ComponentAdvice{{ID: "data_out", Advise: rules.AdviseOpen}}
		p.Bars = []rules.Bar{{ID: "held", Forbids: []string{"copy", "publish"}, On: []string{"data"}, When: is("must_recoup", "true"), Escapes: escapes}}
	})
}

// dataPart gives the row of a data set with answers of its own.
func dataPart(t *testing.T, e *engine.Engine, facts map[string]engine.Answer) (engine.ComponentResult, *engine.Recommendation) {
	profile := only("open_permissive")
	profile.Facts = map[string]engine.Answer{"must_recoup": engine.No}
	profile.Parts = []engine.Part{{ID: "acme/scans", Title: "Scans", Like: "data", Facts: facts}}
	r := decide(t, e, profile)
	own, _ := ownRows(r)
	return own["acme/scans"], r
}

func TestBarForGoodKeepsAPartAndNotTheWhole(t *testing.T) {
	t.Parallel()
	e := ownToy(t)
	free, _ := dataPart(t, e, nil)
	require.Equal(t, rules.AdviseOpen, free.Advice)
	require.Equal(t, "Scans", free.Title)
	require.Equal(t, "data", free.Like)
	kept, r := dataPart(t, e, map[string]engine.Answer{"must_recoup": engine.Yes})
	require.Equal(t, rules.AdviseKeep, kept.Advice)
	require.Equal(t, "held", kept.Rule)
	require.Equal(t, rules.BarRule, kept.Kind)
	require.Empty(t, kept.Bars)
	require.Equal(t, "open_permissive", r.Option)
	require.True(t, r.Ready)
}

// What a form does with all parts of a kind, such as letting takers close them, binds a
// part too: where the rest can wait for a way out that this part has not, it stays.
func TestPartStaysThatCannotHaveWhatTheReleaseWaitsFor(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	profile := only("open_permissive")
	profile.Facts = map[string]engine.Answer{
		"kind": engine.Value("software"), "rights_cleared": engine.Value("full"), "release_status": engine.Value("unreleased"),
		"upstream_terms": engine.Value("strong_copyleft"), "uncleared_parts_separable": engine.Yes,
	}
	profile.Parts = []engine.Part{
		{ID: "apart", Like: "application_code"},
		{ID: "grown_in", Like: "application_code", Facts: map[string]engine.Answer{"uncleared_parts_separable": engine.No}},
	}
	r := decide(t, e, profile)
	require.Equal(t, "open_permissive", r.Option)
	require.True(t, slices.ContainsFunc(r.Conditions, func(c engine.BarResult) bool { return c.ID == "copyleft_inside" }))
	own, _ := ownRows(r)
	require.Equal(t, rules.AdviseOpen, own["apart"].Advice)
	require.NotContains(t, own["apart"].Bars, "copyleft_inside", "what cannot go out so is taken out of it")
	require.Equal(t, rules.AdviseKeep, own["grown_in"].Advice)
	require.Equal(t, "copyleft_inside", own["grown_in"].Rule)
	require.Empty(t, own["grown_in"].Conditions)
}

func TestBarThatWaitsMakesThePartWait(t *testing.T) {
	t.Parallel()
	e := ownToy(t, rules.Escape{ID: "ask", FindOut: is("kind", "software")})
	waits, r := dataPart(t, e, map[string]engine.Answer{"must_recoup": engine.Yes})
	require.Equal(t, rules.AdviseOpen, waits.Advice)
	require.Equal(t, []string{"held"}, waits.Bars)
	require.Len(t, waits.Conditions, 1)
	require.Equal(t, engine.NeedAnswer, waits.Conditions[0].Need)
	require.Equal(t, []string{"copy", "publish"}, waits.Conditions[0].Acts)
	require.Equal(t, []string{"data"}, waits.Conditions[0].Kinds)
	require.Equal(t, []int{0}, waits.Conditions[0].Escapes)
	require.Equal(t, []string{"kind"}, waits.Unknown)
	require.True(t, r.Ready, "the rest does not wait")
	lifted, _ := dataPart(t, e, map[string]engine.Answer{"must_recoup": engine.Yes, "kind": engine.Value("software")})
	require.Empty(t, lifted.Bars)
}

// The engine tells all that is wrong with parts at once, beside what is wrong with the
// rest of the profile.
func TestWrongParts(t *testing.T) {
	t.Parallel()
	e := core(t)
	many := make([]engine.Part, engine.MaxParts+1)
	for i := range many {
		many[i] = engine.Part{ID: "p" + strconv.Itoa(i), Like: "documents"}
	}
	for _, c := range []struct {
		name  string
		parts []engine.Part
		codes []string
	}{
		{"fine", []engine.Part{{ID: "weights", Like: "weights"}, {ID: "acme/x-1.0_b", Like: "weights"}}, nil},
		{"unknown component", []engine.Part{{ID: "a", Like: "weigths"}}, []string{"AJ307"}},
		{"twice", []engine.Part{{ID: "a", Like: "weights"}, {ID: "a", Like: "documents"}}, []string{"AJ308"}},
		{"id of another", []engine.Part{{ID: "documents", Like: "weights"}}, []string{"AJ308"}},
		{"no id", []engine.Part{{Like: "weights"}}, []string{"AJ308"}},
		{"strange id", []engine.Part{{ID: "a b", Like: "weights"}}, []string{"AJ308"}},
		{"too long an id", []engine.Part{{ID: strings.Repeat("a", 81), Like: "weights"}}, []string{"AJ308"}},
		{"too many", many, []string{"AJ308"}},
		{"answers", []engine.Part{{ID: "a", Like: "weights", Facts: map[string]engine.Answer{"knid": engine.Yes, "kind": engine.Value("modle")}}}, []string{"AJ301", "AJ303"}},
	} {
		_, err := e.Recommend(t.Context(), engine.Profile{Parts: c.parts})
		if c.codes == nil {
			require.NoError(t, err, c.name)
			continue
		}
		list, ok := diag.From(err)
		require.True(t, ok, c.name)
		var codes []string
		for _, d := range list {
			codes = append(codes, d.Code)
		}
		slices.Sort(codes)
		require.Equal(t, c.codes, codes, c.name)
	}
	_, err := e.Recommend(t.Context(), engine.Profile{Weights: map[string]float64{"nothing": 1}, Parts: []engine.Part{{ID: "a", Like: "nothing"}}})
	list, _ := diag.From(err)
	require.Len(t, list, 2)
}

// Titles and notes change no digest, answers and what a part is like do.
func TestDigestOfParts(t *testing.T) {
	t.Parallel()
	digest := func(parts ...engine.Part) string { return (&engine.Profile{Parts: parts}).Digest() }
	part := engine.Part{ID: "a", Like: "weights", Facts: map[string]engine.Answer{"kind": engine.Value("model")}}
	titled, other, answered := part, part, part
	titled.Title, titled.Note = "A", "b"
	other.Like = "documents"
	answered.Facts = nil
	require.Equal(t, digest(part), digest(titled))
	for _, p := range []engine.Part{other, answered} {
		require.NotEqual(t, digest(part), digest(p))
	}
	require.Equal(t, digest(), (&engine.Profile{}).Digest())
	require.NotEqual(t, digest(), digest(part))
}

// A duty that the answers for a part bring is among the duties of the release.
func TestDutiesOfOwnParts(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		p.Components[1].Kind = "data"
		p.Components[1].Advice = []rules.ComponentAdvice{{ID: "data_out", Advise: rules.AdviseOpen}}
		p.Duties = []rules.Duty{{ID: "tell", Acts: []string{"publish"}, On: []string{"data"}, When: is("must_recoup", "true")}}
	})
	_, r := dataPart(t, e, nil)
	require.Empty(t, r.Duties)
	_, r = dataPart(t, e, map[string]engine.Answer{"must_recoup": engine.Yes})
	require.Len(t, r.Duties, 1)
}
