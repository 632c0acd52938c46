package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/cmd/internal/draft"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// errIncomplete says that input is missing, which was told already.
var errIncomplete = errors.New("input is missing")

// askFlags say how questions are asked.
type askFlags struct {
	file, preset, order, weights string
	full, quick                  bool
	only                         []string
}

// questionOrders are the ways to put questions in order, the usual one first.
var questionOrders = []string{"adaptive", "fixed"}

// weightMethods are the ways to say how much priorities matter.
var weightMethods = rules.WordsOf(elicit.Methods())

func (f *askFlags) findMistake() error {
	if f.order != questionOrders[0] && f.order != questionOrders[1] {
		return diag.UnknownFlagValue(diag.Pos{}, f.order, "--order").OneOf(f.order, questionOrders)
	}
	if !slices.Contains(weightMethods, f.weights) {
		return diag.UnknownFlagValue(diag.Pos{}, f.weights, "--weights").OneOf(f.weights, weightMethods)
	}
	if f.quick && f.full {
		return diag.ConflictingFlags(diag.Pos{}, "--quick", "--full")
	}
	return nil
}

// askRun is one run of "ajar ask".
type askRun struct {
	app      *app
	flags    askFlags
	verb     string
	engine   *engine.Engine
	draft    *draft.Draft
	start    engine.Profile // the answers to begin with: the draft's, or a preset's
	dialogue *dialogue.Dialogue
}

func (q *askRun) newSession(p engine.Profile) (*session.Session, error) {
	precedents, err := q.app.loadPrecedents()
	if err != nil {
		return nil, err
	}
	return session.New(q.engine, p, session.Config{
		Full: q.flags.full, Only: q.flags.only, Fixed: q.flags.order == questionOrders[1], Precedents: precedents,
		Method: elicit.Method(q.flags.weights),
	})
}

// loadPrecedents are the documented decisions.
func (a *app) loadPrecedents() ([]engine.Profile, error) {
	var out []engine.Profile
	for _, info := range profiles.Cases() {
		p, err := profiles.Case(info.Name, profiles.WithPack(a.pack))
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// chooseStart finds the answers to begin with: those of a preset if there are no
// others.
func (q *askRun) chooseStart() error {
	q.start = q.draft.Saved
	if q.flags.preset == "" || q.draft.CountAnswers() > 0 {
		return nil
	}
	var err error
	q.start, err = profiles.Preset(strings.TrimPrefix(q.flags.preset, profiles.PresetPrefix), profiles.WithPack(q.app.pack))
	q.start.Name = q.draft.Saved.Name
	return err
}

// nameAnswers is how other commands name the answers.
func (q *askRun) nameAnswers() string {
	if q.draft.Named {
		return q.flags.file
	}
	return draft.Name
}

// writeResult writes the recommendation.
func (q *askRun) writeResult(ctx context.Context, p engine.Profile) error {
	rec, err := q.app.analyse(ctx, q.engine, p)
	if err != nil {
		return err
	}
	return q.app.out.Write(newDecisionWriters(q.app.Version).Document(q.verb, decision{
		pack: q.app.pack, rec: rec, figure: usualFigure(), profile: formatCommandArgs(q.nameAnswers(), nil), opts: []report.WriteOption{placeCheck(q.nameAnswers(), nil)},
		more: func(f report.Format, _ output.View) []report.WriteOption {
			if f == report.Text {
				return []report.WriteOption{report.Length(report.CardExtent)}
			}
			return nil
		},
	}))
}
