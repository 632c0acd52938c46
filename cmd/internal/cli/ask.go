package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/cmd/internal/draft"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
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

func askVerb() verb {
	return verb{
		name: "ask", args: "[-p FILE] [--quick|--full] [--only ID,...] [--preset NAME] [--order fixed] [--weights METHOD]",
		short: texts.ShortAsk, formats: newReportWriters("").Formats(),
		flags: []flagHelp{
			{"profile", "FILE", texts.FlagProfile}, {"quick", "", texts.FlagQuick}, {"full", "", texts.FlagFull}, {"only", "ID,...", texts.FlagOnly},
			{"preset", "NAME", texts.FlagPreset}, {"order", "ORDER", texts.FlagOrder}, {"weights", "METHOD", texts.FlagWeights},
		},
		build: (*app).buildAsk,
	}
}

func (a *app) buildAsk(cmd *cobra.Command) {
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
	*app
	flags    askFlags
	verb     string
	engine   *engine.Engine
	draft    *draft.Draft
	start    engine.Profile // the answers to begin with: the draft's, or a preset's
	dialogue *dialogue.Dialogue
}

func (a *app) runAsk(ctx context.Context, verb string, f askFlags) error {
	if err := f.findMistake(); err != nil {
		return err
	}
	eng, err := engine.New(a.pack)
	if err != nil {
		return err
	}
	d, err := a.draftPlace().Open(f.file, elicit.Method(f.weights))
	if err != nil {
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
	signal.Reset(os.Interrupt)
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt)
	defer signal.Reset(os.Interrupt)
	q.dialogue = dialogue.New(q.Stdin, q.Stderr, q.words.Lang, q.out.LookFor(q.Stderr), interrupt)
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

func (q *askRun) newSession(p engine.Profile) (*session.Session, error) {
	precedents, err := q.loadPrecedents()
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

// greetPerson says how long it takes, beyond the short interview too.
func (q *askRun) greetPerson(ctx context.Context) error {
	more := 0
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
		}
	}
	return q.dialogue.Greet(ctx, more)
}

// resumeDraft finds out what to do with answers given earlier. It is done if the
// result alone was wanted.
func (q *askRun) resumeDraft(ctx context.Context) (done bool, err error) {
	if q.draft.Exists && !q.draft.Named && q.draft.CountAnswers() > 0 {
		intro := q.words.Draft(q.draft.CountAnswers(), q.draft.SavedAt.Format("2006-01-02"))
		ways := []string{q.words.DraftOn(), q.words.DraftResult(), q.words.DraftNew()}
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
			q.dialogue.Say(q.words.DraftAside(aside))
		}
	}
	return false, nil
}

// chooseStart finds the answers to begin with: those of a preset if there are no
// others.
func (q *askRun) chooseStart() error {
	q.start = q.draft.Saved
	if q.flags.preset == "" || q.draft.CountAnswers() > 0 {
		return nil
	}
	var err error
	q.start, err = profiles.Preset(strings.TrimPrefix(q.flags.preset, profiles.PresetPrefix), profiles.WithPack(q.pack))
	q.start.Name = q.draft.Saved.Name
	return err
}

// showResults shows the result and goes on as long as the person wants to.
func (q *askRun) showResults(ctx context.Context) error {
	for {
		p := q.dialogue.Session.Profile()
		if err := q.writeResult(ctx, p); err != nil {
			return err
		}
		q.writeNote(q.words.DraftSaved(q.draft.Path, q.nameAnswers()))
		if !term.IsTerminal(q.Stdout) || len(q.out.Settings.Outputs) > 0 || q.out.Settings.Format != "text" {
			return nil
		}
		again, err := q.offerNextStep(ctx, p)
		if err != nil || !again {
			return err
		}
	}
}

// nameAnswers is how other commands name the answers.
func (q *askRun) nameAnswers() string {
	if q.draft.Named {
		return q.flags.file
	}
	return draft.Name
}

// offerNextStep asks how to go on; again is false if not at all.
func (q *askRun) offerNextStep(ctx context.Context, p engine.Profile) (again bool, err error) {
	q.dialogue.Session.Extend()
	open := q.dialogue.Session.Missing()
	var ways []string
	var do []func() error
	add := func(text string, f func() error) { ways, do = append(ways, text), append(do, f) }
	best, err := q.findBestQuestion(ctx, p, open)
	if err != nil {
		return false, err
	}
	if best != nil {
		add(q.words.OfferOne(best.Title.In(q.words.Lang)), func() error { return q.dialogue.AskOne(ctx, best.ID) })
	}
	if len(open) > 0 {
		add(q.words.OfferAll(len(open)), func() error { return q.dialogue.Run(ctx) })
	}
	add(q.words.OfferChange(), func() error { return q.dialogue.Review(ctx) })
	way, err := q.dialogue.Choose(q.words.Offer(), ways, true)
	if errors.Is(err, dialogue.ErrQuit) || err == nil && way == 0 {
		return false, nil // the result stands; nothing was left half done
	}
	if err != nil {
		return false, err
	}
	return true, do[way-1]()
}

// findBestQuestion is the open question that can most change the result, nil if none can.
func (q *askRun) findBestQuestion(ctx context.Context, p engine.Profile, open []string) (*session.Question, error) {
	rec, err := q.engine.Analyse(ctx, p)
	if err != nil {
		return nil, err
	}
	for _, next := range rec.Sensitivity.Questions {
		for _, id := range open {
			if next.Fact == id {
				return q.dialogue.Session.QuestionByID(id), nil
			}
		}
	}
	return nil, nil
}

// writeResult writes the recommendation.
func (q *askRun) writeResult(ctx context.Context, p engine.Profile) error {
	rec, err := q.engine.Analyse(ctx, p)
	if err != nil {
		return err
	}
	return q.writeReport(q.verb, func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
		if f == report.Text {
			return report.WriteBrief(w, q.pack, rec, f, opts...)
		}
		return report.Write(w, q.pack, rec, f, opts...)
	})
}

// tellWhereSaved says where the answers are when the dialogue ends early.
func (q *askRun) tellWhereSaved(err error) error {
	if errors.Is(err, dialogue.ErrQuit) || errors.Is(err, dialogue.ErrInterrupted) {
		if q.draft.Exists {
			q.writeRemark(page.Bold, q.words.Left(q.draft.Path), nil)
		} else {
			q.writeRemark(page.Bold, q.words.LeftNothing(), nil)
		}
	}
	return err
}
