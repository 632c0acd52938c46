package main

import (
	"context"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// The two modes in which every case is judged. Inferred weights may echo the
// outcome, so the facts are also judged alone.
const (
	withPriorities = iota
	factsOnly
	modeCount
)

// modeNames are the modes in the tables.
var modeNames = [modeCount]string{"with priorities", "facts only"}

// study holds the cases and what the pack says of them.
type study struct {
	pack     *rules.Pack
	cases    []studyCase
	verdicts verdicts
	asOf     string // the month by which sources are judged, "" for the newest
}

// studyCase is one case; its profiles by mode.
type studyCase struct {
	profiles.CaseInfo
	profileByMode [modeCount]engine.Profile
}

// judgement is what ajar says of a case: the verdict, and what may be done until
// its conditions are met.
type judgement struct {
	engine.Verdict
	form       string
	second     string // the available option of greatest value beside the advised one
	today      engine.Release
	conditions []string // ids of the bars that hold the verdict back; none if it is ready
	forms      map[string]engine.FormResult
}

// verdicts by mode and case.
type verdicts [modeCount][]judgement

func newStudy(pack *rules.Pack) (*study, error) {
	s := &study{pack: pack}
	for _, info := range profiles.Cases() {
		p, err := profiles.Case(info.Name)
		if err != nil {
			return nil, err
		}
		bare := p
		bare.Weights = nil
		s.cases = append(s.cases, studyCase{info, [modeCount]engine.Profile{p, bare}})
	}
	var err error
	s.verdicts, err = s.judgeCases(pack)
	return s, err
}

// judgeCases applies a pack to all cases.
func (s *study) judgeCases(pack *rules.Pack) (verdicts, error) {
	var out verdicts
	e, err := engine.New(pack)
	if err != nil {
		return out, err
	}
	for mode := range modeCount {
		for i := range s.cases {
			r, err := e.Recommend(context.Background(), s.cases[i].profileByMode[mode])
			if err != nil {
				return out, err
			}
			out[mode] = append(out[mode], readJudgement(r))
		}
	}
	return out, nil
}

func readJudgement(r *engine.Recommendation) judgement {
	j := judgement{Verdict: r.Verdict, form: r.Form, second: r.RunnerUp.Option, today: r.Today, forms: map[string]engine.FormResult{}}
	for i := range r.Conditions {
		j.conditions = append(j.conditions, r.Conditions[i].ID)
	}
	for i := range r.Options {
		for _, f := range r.Options[i].Forms {
			j.forms[f.ID] = f
		}
	}
	return j
}
