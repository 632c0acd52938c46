package session

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// order lists all questions of the pack: the short interview first, what asks how
// much each priority matters right after the choice, then all other facts.
func (s *Session) order() []string {
	var ids []string
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		if id == rules.PrioritiesID {
			ids = append(ids, s.ways()...)
		}
	}
	if s.pack.Asking != nil {
		for _, q := range s.pack.Asking.Quick {
			add(q.ID)
		}
	}
	for i := range s.pack.Facts {
		add(s.pack.Facts[i].ID)
	}
	if !slices.Contains(ids, rules.PrioritiesID) {
		add(rules.PrioritiesID)
	}
	return ids
}

// scope reports whether the session asks the question, if it applies.
func (s *Session) scope(id string, r *rules.Reading) bool {
	if strings.Contains(id, slash) {
		id = rules.PrioritiesID // whoever asks for it asks for all of it
	}
	switch {
	case len(s.opts.Only) > 0:
		return slices.Contains(s.opts.Only, id)
	case s.opts.Full || s.pack.Asking == nil:
		return true
	}
	return slices.ContainsFunc(s.pack.Asking.Quick, func(q rules.QuickQuestion) bool {
		return q.ID == id && r.Truth(q.If) == rules.True
	})
}

// candidates lists the questions that are still to be asked, in the order of
// the pack.
func (s *Session) candidates() []string { return s.open(s.reading(nil)) }

func (s *Session) open(r *rules.Reading) []string {
	var out []string
	for _, id := range s.order() {
		if s.given[id].State == Open && s.scope(id, r) && s.applies(id, r) {
			out = append(out, id)
		}
	}
	return out
}

// Missing lists the questions that are still to be asked, in the order of the
// pack. Answers may add others.
func (s *Session) Missing() []string { return s.candidates() }

// choose finds the question to ask next, "" if there is none.
func (s *Session) choose(ctx context.Context) (string, error) {
	open := s.candidates()
	switch {
	case len(open) == 0:
		return "", nil
	case s.opts.Fixed || len(open) == 1 || s.opens(open[0]):
		return open[0], nil
	}
	r, err := s.Peek(ctx)
	if err != nil {
		return "", err
	}
	if id := first(open, limits(r)); id != "" {
		return id, nil
	}
	if i := slices.IndexFunc(open, func(id string) bool { return s.facts[id] == nil }); i >= 0 {
		return open[i], nil
	}
	rank := s.opts.Rank
	if rank == nil {
		rank = s.rank
	}
	ranked, err := rank(ctx, s.Profile(), open)
	if err != nil {
		return "", err
	}
	for _, id := range ranked {
		if slices.Contains(open, id) {
			return id, nil
		}
	}
	return open[0], nil
}

// opens reports whether the question is the one that the pack always asks
// first.
func (s *Session) opens(id string) bool {
	return s.pack.Asking != nil && id == s.pack.Asking.Quick[0].ID
}

// first gives the first id that is wanted.
func first(ids []string, wanted map[string]bool) string {
	for _, id := range ids {
		if wanted[id] {
			return id
		}
	}
	return ""
}

// limits are the facts of vetoes that may still rule something out.
func limits(r *engine.Recommendation) map[string]bool {
	out := map[string]bool{}
	add := func(list []engine.Veto) {
		for _, v := range list {
			for _, id := range v.Facts {
				if !v.Certain {
					out[id] = true
				}
			}
		}
	}
	for i := range r.Options {
		add(r.Options[i].BlockedBy)
	}
	add(r.Duties)
	return out
}

// rank tries the values of each fact: the most useful question leaves the
// least threat to the recommended option, on the mean of its answers.
func (s *Session) rank(ctx context.Context, p engine.Profile, open []string) ([]string, error) {
	vain := s.vain()
	left := make(map[string]float64, len(open))
	for _, id := range open {
		values := s.values(s.facts[id])
		for _, v := range values {
			out, err := s.engine.Outlook(ctx, with(p, id, v), vain...)
			if err != nil {
				return nil, err
			}
			left[id] += out.Threat() / float64(len(values))
		}
	}
	ranked := slices.Clone(open)
	slices.SortStableFunc(ranked, func(a, b string) int { return cmp.Compare(left[a], left[b]) })
	return ranked, nil
}

// values are answers to a fact that the pack can tell apart: its values, or
// for a number its ends and what conditions compare it with.
func (s *Session) values(f *rules.Fact) []string {
	if f.Type != rules.NumberFact {
		return f.ValueIDs()
	}
	out := []string{number(f.Min), number(f.Max)}
	s.pack.EachComparison(func(c *rules.Condition) {
		for _, v := range c.Values {
			if c.Fact == f.ID && !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
	})
	return out
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// with gives the profile with one more answer.
func with(p engine.Profile, fact, value string) engine.Profile {
	p.Facts = maps.Clone(p.Facts)
	p.Facts[fact] = engine.Value(value)
	return p
}
