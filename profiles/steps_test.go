package profiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// thingToDo is a next step or a duty, with a situation in which it is right and
// one in which it would be foolish.
type thingToDo struct {
	Step    string    `yaml:"step"`
	Duty    string    `yaml:"duty"`
	Why     string    `yaml:"why"`
	Right   situation `yaml:"right"`
	Foolish situation `yaml:"foolish"`
}

func TestNobodyIsToldToDoWhatWouldBeFoolish(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	told := map[string]bool{}
	for file, least := range map[string]int{"testdata/steps.yaml": 20, "testdata/duties.yaml": len(rules.Core().Duties)} {
		list := readExamples[thingToDo](t, file)
		require.GreaterOrEqual(t, len(list), least, file)
		for _, x := range list {
			told[x.Duty] = true
			t.Run(x.Step+x.Duty, func(t *testing.T) {
				t.Parallel()
				require.NotEmpty(t, x.Why)
				right, foolish := x.Right.recommend(t, e), x.Foolish.recommend(t, e)
				require.True(t, x.isTold(right), "it is right for %s %v (%s, steps %v)", x.Right.From, x.Right.Set, right.Form, listSteps(right))
				require.False(t, x.isTold(foolish), "%s (%s)", x.Why, foolish.Form)
			})
		}
	}
	for _, d := range rules.Core().Duties {
		require.True(t, told[d.ID], "testdata/duties.yaml shows nothing of %s", d.ID)
	}
}

func (x *thingToDo) isTold(r *engine.Recommendation) bool {
	for _, s := range r.NextSteps {
		if s.ID == x.Step {
			return true
		}
	}
	for _, d := range r.Duties {
		if d.ID == x.Duty {
			return true
		}
	}
	return false
}

func listSteps(r *engine.Recommendation) (ids []string) {
	for _, s := range r.NextSteps {
		ids = append(ids, s.ID)
	}
	for _, d := range r.Duties {
		ids = append(ids, "duty "+d.ID)
	}
	return ids
}
