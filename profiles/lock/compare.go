package lock

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/detach"
)

// Cause says what can have moved a verdict.
type Cause string

// The causes. Both says that answers and rules changed and that neither alone
// is known to account for it; Program that neither changed, so that another
// version of ajar computes it differently.
const (
	NoCause   Cause = ""
	ByAnswers Cause = "answers"
	ByRules   Cause = "rules"
	ByBoth    Cause = "both"
	ByProgram Cause = "program"
)

// LockChange is what is different between two locks.
type LockChange struct {
	From, To *Lock
	// VerdictMoved says whether stance, option, form or what may be done now differ.
	VerdictMoved bool
	// Cause is why verdict or leans differ; NoCause if they do not.
	Cause Cause
	// Answers lists what is answered differently, whether or not it moved
	// anything. Rules says whether the rules differ.
	Answers      []profiles.Difference
	RulesChanged bool
	// Leans lists the dimensions that lean differently, by id.
	Leans []LeanChange
}

// LeanChange is a dimension that leans differently; nil where nothing counts,
// or the dimension is not there.
type LeanChange struct {
	Dimension string
	From, To  *float64
}

// Compare says what changed between two locks, and what can have caused it: of
// changed answers and changed rules, Both if there are both. [Explain] finds
// out more. Nil if either lock is.
func Compare(from, to *Lock) *LockChange {
	if from == nil || to == nil {
		return nil
	}
	c := &LockChange{
		From: from, To: to, VerdictMoved: !from.isSameVerdict(to),
		Answers:      profiles.Compare(from.AsProfile(), to.AsProfile()),
		RulesChanged: from.Rules.Digest != to.Rules.Digest,
	}
	ids := map[string]bool{}
	for id := range from.Dimensions {
		ids[id] = true
	}
	for id := range to.Dimensions {
		ids[id] = true
	}
	for id := range ids {
		if a, b := from.Dimensions[id], to.Dimensions[id]; !sameLean(a, b) {
			c.Leans = append(c.Leans, LeanChange{id, a, b})
		}
	}
	detach.Detach(&c.Leans)
	slices.SortFunc(c.Leans, func(a, b LeanChange) int { return cmp.Compare(a.Dimension, b.Dimension) })
	if !c.VerdictMoved && len(c.Leans) == 0 {
		return c
	}
	switch answers := len(c.Answers) > 0; {
	case answers && c.RulesChanged:
		c.Cause = ByBoth
	case answers:
		c.Cause = ByAnswers
	case c.RulesChanged:
		c.Cause = ByRules
	default:
		c.Cause = ByProgram
	}
	return c
}

func sameLean(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// Explain compares a lock with a new recommendation. If answers and rules both
// changed and the verdict moved, it tries the old answers with the new rules:
// where they still give the old verdict, the answers moved it; where they give
// the new one, the rules did. Answers that the new rules do not know any more
// leave it at Both. Without a lock, a recommendation or an engine there is nothing to
// compare, which is [fs.ErrInvalid].
func Explain(ctx context.Context, eng *engine.Engine, old *Lock, now *engine.Recommendation) (*LockChange, error) {
	c := Compare(old, FromRecommendation(now))
	if c == nil || eng == nil {
		return nil, fmt.Errorf("lock: nothing to compare: %w", fs.ErrInvalid)
	}
	if c.Cause != ByBoth || !c.VerdictMoved {
		return c, ctx.Err()
	}
	tried, err := eng.Recommend(ctx, old.AsProfile())
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil: // an answer that is no longer one
	case FromRecommendation(tried).isSameVerdict(old):
		c.Cause = ByAnswers
	case FromRecommendation(tried).isSameVerdict(c.To):
		c.Cause = ByRules
	}
	return c, nil
}
