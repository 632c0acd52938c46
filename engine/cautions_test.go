package engine_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// What is most to be feared stands first, and only cautions say how much that is.
func TestCautionsStandByWhatWouldBeLost(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := decide(t, e, profile)
		last := 2.0
		for _, c := range r.Cautions {
			require.NotNil(t, c.Openness)
			require.True(t, *c.Openness >= 0 && *c.Openness <= 1, *c.Openness)
			require.True(t, *c.Openness > 0 || c.ToldOnly)
			require.Equal(t, r.Stance == engine.NoBasis, c.Lost == nil)
			if c.Lost == nil {
				continue
			}
			require.InDelta(t, lossOf(p, r, reading(p, profile), c.ID), *c.Lost, sums)
			fear := *c.Lost * *c.Openness
			require.LessOrEqual(t, fear, last)
			last = fear
		}
		for _, c := range r.Conditions {
			require.True(t, c.Lost == nil && c.Openness == nil)
		}
	})
}

// lossOf is what a bar would cost, read from the definitions and the values alone.
func lossOf(p *rules.Pack, r *engine.Recommendation, facts *rules.Reading, bar string) float64 {
	advised, best := 0.0, 0.0
	for _, o := range r.Options {
		for _, f := range o.Forms {
			switch {
			case f.ID == r.Form && o.ID == r.Option:
				advised = f.Value.Nominal
			case f.Available && testkit.TouchTruth(p, facts, p.Bar(bar), p.Option(o.ID), p.Option(o.ID).Form(f.ID)) == rules.False:
				best = max(best, f.Value.Nominal)
			}
		}
	}
	return max(0, advised-best)
}

// How open a caution is agrees with answering all that is open, one answer after the
// other, and a bar that is not told though it can concern the owner never binds, unless
// an answer that stands is switched off.
func TestOpennessIsTheShareOfCompletions(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		r := decide(t, e, profile)
		if r.Option == "" {
			return
		}
		told := map[string]*engine.BarResult{}
		for i := range r.Cautions {
			told[r.Cautions[i].ID] = &r.Cautions[i]
		}
		answers := map[string]string{}
		for id, a := range profile.Facts {
			answers[id] = a.String()
		}
		for i := range p.Bars {
			b := &p.Bars[i]
			x := completer{p: p, binds: func(facts *rules.Reading) bool {
				return facts.Truth(b.When) == rules.True && testkit.TouchTruth(p, facts, b, p.Option(r.Option), p.Option(r.Option).Form(r.Form)) == rules.True && testkit.EscapeTruth(facts, b, true) != rules.True
			}}
			share := x.share(answers)
			c := told[b.ID]
			switch now := p.ReadAnswers(answers); {
			case x.many:
			case c != nil:
				require.InDelta(t, share, *c.Openness, sums, b.ID)
			case now.PrudentTruth(b.When) == rules.Unknown && now.Truth(b.Concerns) != rules.False && !mayBeSwitchedOff(p, now, answers):
				require.Zero(t, share, b.ID)
			}
		}
	})
}

// mayBeSwitchedOff reports an answer that stands while it is not known whether the fact is
// asked. Another answer may switch it off, and then a bar may hold that was none before.
func mayBeSwitchedOff(p *rules.Pack, facts *rules.Reading, answers map[string]string) bool {
	return slices.ContainsFunc(p.Facts, func(f rules.Fact) bool {
		stated := answers[f.ID]
		return stated != "" && stated != "unknown" && facts.Truth(f.AskedIf) == rules.Unknown
	})
}

// completer answers all that is open; many is set if that are too many answers for it,
// or some that it does not know how to list.
type completer struct {
	p     *rules.Pack
	binds func(*rules.Reading) bool
	tried int
	many  bool
}

func (x *completer) share(answers map[string]string) float64 {
	x.tried++
	if x.many = x.many || x.tried > 3000; x.many {
		return 0
	}
	facts := x.p.ReadAnswers(answers)
	for i := range x.p.Facts {
		f := &x.p.Facts[i]
		unsettled := func(id string) bool { return facts.Answer(id) == "unknown" || strings.Contains(facts.Answer(id), ": ") }
		if !unsettled(f.ID) || slices.ContainsFunc(f.DependsOn(), unsettled) {
			continue
		}
		if f.Type == rules.NumberFact || facts.Answer(f.ID) != "unknown" {
			x.many = true // numbers have pieces, and of some sets a part is known
			return 0
		}
		sum, all := 0.0, 0.0
		for answer, chance := range listChances(f) {
			next := maps.Clone(answers)
			next[f.ID] = answer
			sum, all = sum+chance*x.share(next), all+chance
		}
		return sum / all
	}
	if x.binds(facts) {
		return 1
	}
	return 0
}

// listChances lists the answers to a fact with their chances: equal ones, and of a set
// of n values each by itself with 1 in n.
func listChances(f *rules.Fact) map[string]float64 {
	out := map[string]float64{}
	if f.Type != rules.SetFact {
		for _, id := range f.ValueIDs() {
			out[id] = 1
		}
		if !f.NA.IsEmpty() {
			out["na"] = 1
		}
		return out
	}
	n := float64(len(f.Values))
	for mask := range 1 << len(f.Values) {
		chance, in, first := 1.0, []string{}, ""
		for k, v := range f.Values {
			marked := mask>>k&1 == 1
			switch {
			case v.Alone && marked:
				chance = 0 // it follows from the others
			case v.Alone && first == "":
				first = v.ID
			case v.Alone:
			case marked:
				chance, in = chance/n, append(in, v.ID)
			default:
				chance = chance * (n - 1) / n
			}
		}
		if len(in) == 0 && first != "" {
			in = []string{first}
		}
		out[rules.NewMembers(in...).String()] += chance
	}
	return out
}

// On the core pack: what is open of some rules, worked out by hand.
func TestOpennessOfKnownRules(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	for _, c := range []struct {
		bar, more string
		want      float64
	}{
		{"export_needs_licence", "", 1.0 / 2 * 1 / 3},
		{"export_needs_licence", "export_need=unknown", 1.0 / 2 * 1 / 3},
		{"others_may_claim_it", "", 1 - 27.0/64}, // three of four values, each 1 in 4
		{"personal_data_in_files", "", 1.0 / 2},
		{"promised_to_wait", "", 2.0 / 3},
		{"promised_to_wait", "confidentiality_duty=unknown", 1.0 / 2 * 2 / 3}, // a duty of secrecy leaves nothing to promise
	} {
		facts := map[string]engine.Answer{}
		for _, set := range strings.Fields("kind=software owner_type=academic_nonprofit release_status=unreleased rights_cleared=full artefact_is_product=true confidentiality_duty=false upstream_terms=none_permissive contributor_rights=sole_owner " + c.more) {
			id, value, _ := strings.Cut(set, "=")
			facts[id] = engine.Value(value)
			if value == "unknown" {
				facts[id] = engine.Unknown
			}
		}
		r := decide(t, e, engine.Profile{Weights: map[string]float64{"adoption_reach": 9}, Facts: facts})
		at := slices.IndexFunc(r.Cautions, func(b engine.BarResult) bool { return b.ID == c.bar })
		require.GreaterOrEqual(t, at, 0, c)
		require.InDelta(t, c.want, *r.Cautions[at].Openness, sums, c)
	}
}
