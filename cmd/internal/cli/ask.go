package cli

import (
	"context"
	"errors"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/engine/session"
)

func askVerb() verb {
	return verb{
		name: "ask", args: "[-p FILE] [--quick|--full] [--only ID,...] [--preset NAME] [--order fixed] [--weights METHOD]",
		short: texts.ShortAsk, formats: newDecisionWriters("").Formats(),
		flags: []flagHelp{
			{"profile", "FILE", texts.FlagProfile}, {"quick", "", texts.FlagQuick}, {"full", "", texts.FlagFull}, {"only", "ID,...", texts.FlagOnly},
			{"preset", "NAME", texts.FlagPreset}, {"order", "ORDER", texts.FlagOrder}, {"weights", "METHOD", texts.FlagWeights},
		},
		build: buildAsk,
	}
}

func buildAsk(a *app, cmd *cobra.Command) {
	var f askFlags
	cmd.Flags().StringVarP(&f.file, "profile", "p", "", "")
	cmd.Flags().BoolVar(&f.quick, "quick", false, "")
	cmd.Flags().BoolVar(&f.full, "full", false, "")
	cmd.Flags().StringSliceVar(&f.only, "only", nil, "")
	cmd.Flags().StringVar(&f.preset, "preset", "", "")
	cmd.Flags().StringVar(&f.order, "order", questionOrders[0], "")
	cmd.Flags().StringVar(&f.weights, "weights", weightMethods[0], "")
	mustRegister(cmd.RegisterFlagCompletionFunc("preset", a.completePreset))
	mustRegister(cmd.RegisterFlagCompletionFunc("weights", cobra.FixedCompletions(weightMethods, cobra.ShellCompDirectiveNoFileComp)))
	mustRegister(cmd.RegisterFlagCompletionFunc("order", cobra.FixedCompletions(questionOrders, cobra.ShellCompDirectiveNoFileComp)))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return newTooManyArgsMistake(cmd, args[0])
		}
		return a.runAsk(cmd.Context(), cmd.Name(), f)
	}
}

func (a *app) runAsk(ctx context.Context, verb string, f askFlags) error {
	if err := f.findMistake(); err != nil {
		return err
	}
	eng, err := makeEngine()
	if err != nil {
		return err
	}
	d, err := a.draftPlace().Open(f.file, elicit.Method(f.weights))
	if err != nil {
		return err
	}
	// A mistake in -o is told before anything is asked.
	if err := a.out.Check(newDecisionWriters(a.Version).Document(verb, decision{})); err != nil {
		return err
	}
	q := &askRun{app: a, flags: f, verb: verb, engine: eng, draft: d}
	if !a.canAsk() {
		return q.runWithoutTerminal(ctx)
	}
	if err := d.CheckWritable(); err != nil {
		return err
	}
	return q.tellWhereSaved(q.runDialogue(ctx))
}

// canAsk reports that a person sits at both ends.
func (a *app) canAsk() bool {
	return !a.out.Settings.NoInput && term.IsTerminal(a.Stdin) && term.IsTerminal(a.Stderr)
}

func (q *askRun) runDialogue(ctx context.Context) error {
	// Until now Ctrl-C ended the process; from here it ends the dialogue.
	interrupt := make(chan os.Signal, 1)
	defer takeSignals(interrupt)()
	q.dialogue = dialogue.New(q.app.Stdin, q.app.Stderr, q.app.words.Lang, q.app.out.LookFor(q.app.Stderr), interrupt)
	q.dialogue.Save = q.draft.Save
	done, err := q.resumeDraft(ctx)
	if err != nil || done {
		return err
	}
	if err := q.chooseStart(); err != nil {
		return err
	}
	if q.dialogue.Session, err = q.newSession(q.start); err != nil {
		return err
	}
	if err := q.greetPerson(ctx); err != nil {
		return err
	}
	if err := q.dialogue.Run(ctx); err != nil {
		return err
	}
	return q.showResults(ctx)
}

// greetPerson says how long it takes, beyond the short interview too.
func (q *askRun) greetPerson(ctx context.Context) error {
	more := 0
	var deeper []string
	if !q.flags.full && len(q.flags.only) == 0 {
		full, err := session.New(q.engine, q.start, session.Config{Full: true})
		if err != nil {
			return err
		}
		all, err := full.Next(ctx)
		if err != nil {
			return err
		}
		short, err := q.dialogue.Session.Next(ctx)
		if err != nil {
			return err
		}
		if all != nil && short != nil {
			more = all.Of - short.Of
			known := q.dialogue.Session.Ahead()
			deeper = slices.DeleteFunc(full.Missing(), func(id string) bool { return slices.Contains(known, id) })
		}
	}
	return q.dialogue.Greet(ctx, more, deeper)
}

// resumeDraft finds out what to do with answers given earlier. It is done if the
// result alone was wanted.
func (q *askRun) resumeDraft(ctx context.Context) (done bool, err error) {
	if q.draft.Exists && !q.draft.Named && q.draft.CountAnswers() > 0 {
		intro := q.app.words.Draft(q.draft.CountAnswers(), q.draft.SavedAt.Format("2006-01-02"))
		ways := []string{q.app.words.DraftOn(), q.app.words.DraftResult(), q.app.words.DraftNew()}
		way, err := q.dialogue.Choose(intro, ways, false)
		if err != nil {
			return false, err
		}
		switch way {
		case 2:
			return true, q.writeResult(ctx, q.draft.Saved)
		case 3:
			aside, err := q.draft.SetAside()
			if err != nil {
				return false, err
			}
			q.dialogue.Say(q.app.words.DraftAside(aside))
		}
	}
	return false, nil
}

// tellWhereSaved says where the answers are when the dialogue ends early.
func (q *askRun) tellWhereSaved(err error) error {
	if ended := (*dialogue.InterruptedError)(nil); errors.Is(err, dialogue.ErrQuit) || errors.As(err, &ended) {
		if q.draft.Exists {
			q.app.writeRemark(page.Bold, q.app.words.Left(q.draft.Path), nil)
		} else {
			q.app.writeRemark(page.Bold, q.app.words.LeftNothing(), nil)
		}
	}
	return err
}
