package dialogue_test

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// The aims of the short round, for the people whose profiles are documented.
const (
	mostQuestions = 10
	mostSeconds   = 180
	leastAgreeing = 31 // of the documented decisions
)

// round is how a short round went.
type round struct {
	name      string
	questions int
	seconds   float64
	asked     []string
	needless  []string // asked about customers after "it brings in no money", and no answer could matter
	given     engine.Profile
	short     *engine.Recommendation
	full      *engine.Recommendation
}

// aboutCustomers are the questions that only those with customers can answer.
var aboutCustomers = []string{"artefact_is_product", "hosting_rivals", "must_recoup", "splittable_features", "moat_source"}

// sayPriorities types the five that matter most, with their weights.
func sayPriorities(q *session.Question, p engine.Profile) string {
	ids := slices.DeleteFunc(slices.Collect(maps.Keys(p.Weights)), func(id string) bool { return p.Weights[id] == 0 })
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(p.Weights[b], p.Weights[a]), cmp.Compare(a, b))
	})
	var said []string
	for _, id := range ids[:min(len(ids), q.Most)] {
		said = append(said, id+"="+engine.Number(p.Weights[id]).String())
	}
	return strings.Join(said, " ")
}

// sayAnswer answers a question as the owner of the profile, who does not know what the
// profile does not say.
func sayAnswer(t *testing.T, s *session.Session, q *session.Question, p engine.Profile) {
	var err error
	a := p.Facts[q.ID]
	value, known := a.Known()
	switch {
	case q.ID == rules.PrioritiesID && sayPriorities(q, p) != "":
		var values []string
		values, err = q.Parse(sayPriorities(q, p))
		require.NoError(t, err)
		_, err = s.Answer(context.Background(), values...)
	case a == engine.NotApplicable:
		_, err = s.NotApplicable(context.Background())
	case known:
		_, err = s.Answer(context.Background(), strings.Split(value, ", ")...)
	default:
		_, err = s.Unknown(context.Background())
	}
	require.NoError(t, err)
}

// takeRound plays the short round with the owner of a profile.
func takeRound(t *testing.T, e *engine.Engine, name string, p engine.Profile, precedents []engine.Profile) round {
	s, err := session.New(e, engine.Profile{}, session.Config{Precedents: precedents})
	require.NoError(t, err)
	out := &bytes.Buffer{}
	d := dialogue.New(strings.NewReader(""), out, "en", page.Look{Width: 80}, nil)
	d.Session = s
	require.NoError(t, d.Greet(context.Background(), 30, []string{"owner_type"}))
	r := round{name: name}
	most := 0
	for {
		q, err := s.Next(context.Background())
		require.NoError(t, err)
		if q == nil {
			break
		}
		r.questions++
		require.Equal(t, r.questions, q.Place, name)
		require.True(t, most == 0 || q.Of <= most, "%s: the count grew from %d to %d", name, most, q.Of)
		most = q.Of
		r.asked = append(r.asked, q.ID)
		if income := s.Profile().Facts["revenue_source"]; slices.Contains(aboutCustomers, q.ID) && income.String() == "none" && !canMatter(t, e, s, q) {
			r.needless = append(r.needless, q.ID)
		}
		d.ShowQuestion(q)
		sayAnswer(t, s, q, p)
	}
	r.seconds = dialogue.CountSeconds(out.String(), r.questions)
	r.given = s.Profile()
	r.short, err = e.Recommend(context.Background(), r.given)
	require.NoError(t, err)
	r.full, err = e.Recommend(context.Background(), p)
	require.NoError(t, err)
	return r
}

// canMatter reports whether some answer changes option or stance, given those so far.
func canMatter(t *testing.T, e *engine.Engine, s *session.Session, q *session.Question) bool {
	p := s.Profile()
	now, err := e.Recommend(context.Background(), p)
	require.NoError(t, err)
	for _, c := range q.Choices {
		also := p.Clone()
		also.Facts[q.ID] = engine.Value(c.ID)
		then, err := e.Recommend(context.Background(), also)
		require.NoError(t, err)
		if then.Option != now.Option || then.Stance != now.Stance {
			return true
		}
	}
	return false
}

// Whoever answers as in the presets and the documented decisions is done in ten questions
// and three minutes, reads no question about customers that cannot matter, and mostly
// gets the stance of the whole questionnaire. What is asked is ranked by the other decisions,
// never by the one that is played. No question stands in the round for the sake of a
// decision: each is there for what it tells of most owners whom it concerns.
func TestShortRound(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	var said []engine.Profile
	for _, info := range profiles.Cases() {
		p, err := profiles.Case(info.Name)
		require.NoError(t, err)
		said = append(said, p)
	}
	check := func(r round) {
		assert.LessOrEqual(t, r.questions, mostQuestions, r.name)
		assert.LessOrEqual(t, r.seconds, float64(mostSeconds), r.name)
		assert.Empty(t, r.needless, r.name)
		assert.False(t, r.short.Stance == engine.Open && r.full.Stance == engine.Closed, r.name)
		mark := ""
		if r.short.Stance != r.full.Stance {
			mark = "  MISS"
		}
		t.Logf("%-28s %2d questions %3.0f s  full %-6s %-18s ready %-5t  short %-6s %-18s ready %-5t%s", r.name, r.questions, r.seconds,
			r.full.Stance, r.full.Option, r.full.Ready, r.short.Stance, r.short.Option, r.short.Ready, mark)
	}
	for i, info := range profiles.Presets() {
		if i%testkit.Stride() > 0 {
			continue
		}
		p, err := profiles.Preset(info.Name)
		require.NoError(t, err)
		check(takeRound(t, e, info.Name, p, said))
	}
	agreeing, early, n := 0, 0, 0
	asked := map[string]int{}
	for i, info := range profiles.Cases() {
		if i%testkit.Stride() > 0 {
			continue
		}
		r := takeRound(t, e, info.Name, said[i], slices.Delete(slices.Clone(said), i, i+1))
		check(r)
		n++
		if r.short.Stance == r.full.Stance {
			agreeing++
		}
		if !r.full.Ready && r.short.Ready {
			early++
		}
		for _, id := range r.asked {
			asked[id]++
		}
	}
	t.Logf("%d of %d agree; %d are told that nothing has to be settled first where the whole questionnaire says that something has", agreeing, n, early)
	t.Logf("%v", asked)
	if !testing.Short() {
		require.GreaterOrEqual(t, agreeing, leastAgreeing)
	}
}
