package lock

import (
	"context"
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// FindMovers gives those changed answers that moved the verdict: each of them,
// taken back alone, gives another verdict under the present rules. If the
// verdict moved and none does so alone, only several together did, and all are
// given. It gives none if the verdict is the same or the rules moved it.
//
// The only error is that of ctx.
func FindMovers(ctx context.Context, eng *engine.Engine, c *LockChange) ([]profiles.Difference, error) {
	if c == nil || !c.VerdictMoved || c.Cause == ByRules || c.Cause == ByProgram {
		return nil, ctx.Err()
	}
	var out []profiles.Difference
	for _, d := range c.Answers {
		trial := Lock{Answers: c.To.Answers.undoDifference(c.From.Answers, d)}
		rec, err := eng.Recommend(ctx, trial.AsProfile())
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		// An answer that the rules do not know any more cannot be tried.
		if err == nil && !FromRecommendation(rec).isSameVerdict(c.To) {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		out = c.Answers
	}
	return out, nil
}

// undoDifference gives the answers with one difference undone.
func (a Answers) undoDifference(old Answers, d profiles.Difference) Answers {
	switch d.Kind {
	case profiles.FactKind:
		a.Facts = restoreEntry(a.Facts, old.Facts, d.ID)
	case profiles.PriorityKind:
		a.Priorities = restoreEntry(a.Priorities, old.Priorities, d.ID)
	case profiles.PartKind:
		a.Parts = restoreEntry(a.Parts, old.Parts, d.ID)
	case profiles.WeightsSureKind:
		a.WeightsSure = old.WeightsSure
	case profiles.LimitKind:
		a.Excluded = slices.Clone(a.Excluded)
		if i := slices.Index(a.Excluded, d.ID); i >= 0 {
			a.Excluded = slices.Delete(a.Excluded, i, i+1)
		} else {
			a.Excluded = append(a.Excluded, d.ID)
		}
	}
	return a
}

func restoreEntry[V any](now, old map[string]V, id string) map[string]V {
	out := maps.Clone(now)
	delete(out, id)
	if v, ok := old[id]; ok {
		if out == nil {
			out = map[string]V{}
		}
		out[id] = v
	}
	return out
}
