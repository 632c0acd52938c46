// Package asking says what questions are still worth asking, in ids: the side of
// package outlook that a questionnaire needs.
package asking

import (
	"cmp"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/inside"
	"github.com/ajar-decision/ajar/engine/internal/outlook"
)

// Pending says what is known of answers to come. Ids that the pack does not have
// are passed over.
type Pending struct {
	// WontBeKnown names the facts that were asked about and that nobody will answer
	// any more: unknown, they change nothing.
	WontBeKnown []string
	// Unrated names priorities whose weights are still to be said. They may
	// become anything from 0 to 10, whatever the profile says of them.
	Unrated []string
}

// Outlook says whether what is still to be said, about open facts or about
// weights, can change what is recommended.
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

// Rival is an option that answers might still put before the recommended one.
type Rival struct {
	Option string
	// Threat >= 0 is how far the worst answers might put it past the point
	// where it displaces the recommended one: a difference of values, times one
	// plus what the situation weighs.
	Threat float64
}

// Settled reports that no answer can change the recommended option.
func (o *Outlook) Settled() bool { return o.Certain && len(o.Rivals) == 0 }

// FindOutlook compares the recommended option with each option that may be
// available, over all answers. It is safe to be settled: that may come late, never
// too early. Errors are those of Recommend.
func FindOutlook(ctx context.Context, e *engine.Engine, p engine.Profile, pending Pending) (*Outlook, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r, in, err := inside.Index(e, &p)
	if err != nil {
		return nil, err
	}
	found := outlook.Compute(ctx, r, in, pending.index(r))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out := &Outlook{Option: r.OptionID(found.Option), Certain: found.Certain}
	for _, x := range found.Rivals {
		out.Rivals = append(out.Rivals, Rival{r.OptionID(x.Option), x.Threat})
	}
	return out, nil
}

func (p Pending) index(r *compiled.Rules) outlook.Pending {
	return outlook.Pending{WontBeKnown: indexKnown(p.WontBeKnown, r.FactIndex), Unrated: indexKnown(p.Unrated, r.PriorityIndex)}
}

// indexKnown gives the indexes of the ids that are there.
func indexKnown(ids []string, index map[string]int) []int {
	var out []int
	for _, id := range ids {
		if i, ok := index[id]; ok {
			out = append(out, i)
		}
	}
	return out
}

// OrderQuestions puts open facts and unrated priorities in the order in which to ask,
// the most needed first. It answers everything open as in scenarios: those are the
// precedents most like the profile, or any answers if there are none. Then it takes
// answers back as long as the result stays settled: what is left has to be asked if
// the scenario is right. What the likeliest scenarios need comes first; a fact that
// cannot be asked yet stands for those that its guard reads.
//
// What nothing hangs on comes last, in the order given; so do ids that the pack does
// not have. Errors are those of Recommend, for the precedents too.
func OrderQuestions(ctx context.Context, e *engine.Engine, p engine.Profile, open []string, pending Pending, precedents []engine.Profile) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r, in, err := inside.Index(e, &p)
	if err != nil {
		return nil, err
	}
	ordered := slices.Clone(open)
	found := outlook.Compute(ctx, r, in, pending.index(r))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if found.Settled() {
		return ordered, nil // nothing has to be asked
	}
	models := make([]*compiled.Profile, len(precedents))
	for i := range precedents {
		if _, models[i], err = inside.Index(e, &precedents[i]); err != nil {
			return nil, err
		}
	}
	facts, priorities := outlook.RateNeeds(ctx, r, in, models)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	need := func(id string) float64 {
		if f, ok := r.FactIndex[id]; ok {
			return facts[f]
		}
		if p, ok := r.PriorityIndex[id]; ok {
			return priorities[p]
		}
		return 0
	}
	slices.SortStableFunc(ordered, func(a, b string) int { return cmp.Compare(need(b), need(a)) })
	return ordered, nil
}
