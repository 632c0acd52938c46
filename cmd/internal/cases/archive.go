// Package cases shows documented release decisions beside what ajar answers
// to them: all of them, one of them, or those nearest to a profile. It judges
// nothing: the decisions come from package profiles, the answers from package
// engine.
package cases

import (
	"context"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// JudgedCase is a decision with ajar's answers to it.
type JudgedCase struct {
	profiles.CaseInfo
	// WithPriorities uses facts and weights, FactsOnly the facts alone: where
	// weights were inferred, they may echo the outcome.
	WithPriorities, FactsOnly Answer
}

// Answer is a verdict with the bars that hold it back, by id.
type Answer struct {
	engine.Verdict
	Conditions []string
}

// Archive holds the decisions and an engine to judge them.
type Archive struct {
	engine  *engine.Engine
	entries []JudgedCase
}

// LoadArchive judges all documented decisions.
func LoadArchive(ctx context.Context, pack *rules.Pack) (*Archive, error) {
	e, err := engine.New(pack)
	if err != nil {
		return nil, err
	}
	a := &Archive{engine: e}
	for _, info := range profiles.Cases() {
		p, err := profiles.Case(info.Name, profiles.WithPack(pack))
		if err != nil {
			return nil, err
		}
		entry := JudgedCase{CaseInfo: info}
		for _, to := range []*Answer{&entry.WithPriorities, &entry.FactsOnly} {
			r, err := e.Recommend(ctx, p)
			if err != nil {
				return nil, err
			}
			to.Verdict = r.Verdict
			for i := range r.Conditions {
				to.Conditions = append(to.Conditions, r.Conditions[i].ID)
			}
			p.Weights = nil
		}
		a.entries = append(a.entries, entry)
	}
	return a, nil
}

// Find gives the decision of a name, nil if there is none.
func (a *Archive) Find(name string) *JudgedCase {
	for i := range a.entries {
		if a.entries[i].Name == name {
			return &a.entries[i]
		}
	}
	return nil
}
