package engine

import (
	"context"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Outlook says whether answers to open facts can still change what is
// recommended. Weights stay as they are.
type Outlook struct {
	// Option is what is recommended now, "" for None and NoBasis.
	Option string
	// Certain: the option stays available, and something counts, whatever the
	// answers.
	Certain bool
	// Rivals are the options that some answers might still put before the
	// recommended one, along the ladder.
	Rivals []Rival
}

// Rival is an option that answers to open facts might still put before the
// recommended one.
type Rival struct {
	Option string
	// Threat >= 0 is how far, on the scale of values, the worst answers would
	// put it past the point where it displaces the recommended one.
	Threat float64
}

// Settled reports that no answer to an open fact can change the recommended
// option.
func (o *Outlook) Settled() bool { return o.Certain && len(o.Rivals) == 0 }

// Threat sums up how open the result is: 0 if settled. It orders questions and
// is no probability.
func (o *Outlook) Threat() float64 {
	sum := 0.0
	for _, r := range o.Rivals {
		sum += r.Threat
	}
	if !o.Certain {
		sum++
	}
	return sum
}

// Outlook compares the recommended option with each option that may be
// available, over everything that open rules may turn out to be. Each rule may
// fall either way by itself, so Settled is safe: it may come late, never too
// early. Only answers that switch a stated one off by its guard are not
// foreseen: what was stated settled the guard.
//
// The facts named in final are those that nobody will answer any more, because
// they were asked in vain: unknown, they change nothing. Errors are those of
// Recommend.
func (e *Engine) Outlook(ctx context.Context, p Profile, final ...string) (*Outlook, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.read(&p)
	if err != nil {
		return nil, err
	}
	now := e.evaluate(in)
	picked, _ := e.pick(e.values(now), e.standings(in, e.bites(in)))
	e.finalise(in, final)
	v, standings := e.evaluate(in), e.prospects(in)
	if picked < 0 || !now.hasBasis() {
		return e.withoutOption(v, picked, standings), nil
	}
	out := &Outlook{Option: e.options[picked].def.ID, Certain: standings[picked] == rules.True && v.alwaysBasis()}
	if out.Certain && !v.open && definite(standings) {
		return out, nil // not even a tie can turn
	}
	for r := range e.options {
		if r == picked || standings[r] == rules.False {
			continue
		}
		if threat := e.needed(picked, r) - e.leastGap(v, picked, r); !(threat < 0) {
			out.Rivals = append(out.Rivals, Rival{e.options[r].def.ID, threat})
		}
	}
	return out, nil
}

// definite reports that it is known of every option whether it is available.
func definite(standings []rules.Truth) bool {
	return !slices.Contains(standings, rules.Unknown)
}

// withoutOption is the outlook of None and NoBasis: any option that may be
// available may come once something is answered.
func (e *Engine) withoutOption(v *evaluation, picked int, standings []rules.Truth) *Outlook {
	out := &Outlook{Certain: picked < 0 || !v.open && standings[picked] == rules.True}
	for r := range e.options {
		if standings[r] != rules.False && (picked < 0 || v.open) {
			out.Rivals = append(out.Rivals, Rival{e.options[r].def.ID, 1})
		}
	}
	return out
}

// alwaysBasis reports that some mass is left whatever the open rules do.
func (v *evaluation) alwaysBasis() bool {
	low := v.lowX
	for i := range v.y {
		low += v.y[i].lo
	}
	return low > 0
}

// needed is the lead that an option must keep over a rival in order to be
// recommended: a wider rival may pass it by up to the margin, a narrower one
// must stay behind by more.
func (e *Engine) needed(o, rival int) float64 {
	switch mine, other := e.options[o].def.Class, e.options[rival].def.Class; {
	case mine < other:
		return equal - e.margin
	case mine > other:
		return equal + e.margin
	}
	return equal
}

// leastGap is the least value of o minus that of r over all boxes; minus
// infinity if no bound is known.
func (e *Engine) leastGap(v *evaluation, o, r int) float64 {
	gaps := e.gaps()
	gap := 0.0
	switch {
	case !v.open:
		gap = e.options[o].capture.mean(v.mass) - e.options[r].capture.mean(v.mass)
	case o < r:
		gap = e.bound(v, &gaps[o][r], -1)
	default:
		gap = -e.bound(v, &gaps[r][o], 1)
	}
	if math.IsNaN(gap) {
		return math.Inf(-1)
	}
	return gap
}

// makeGaps prepares the differences of captures of every pair of options.
func (e *Engine) makeGaps() [][]target {
	gaps := make([][]target, len(e.options))
	for o := range gaps {
		gaps[o] = make([]target, len(e.options))
		for r := o + 1; r < len(e.options); r++ {
			a, b := e.options[o].capture.of, e.options[r].capture.of
			t := target{of: make([]float64, len(a)), order: make([]int, len(a))}
			for i := range a {
				t.of[i], t.order[i] = a[i]-b[i], i
			}
			t.sort()
			gaps[o][r] = t
		}
	}
	return gaps
}
