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
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/profiles"
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

func (a *app) askCmd() *cobra.Command {
	var f askFlags
	cmd := &cobra.Command{
		Use:               "ask [-p FILE] [--quick|--full] [--only ID,...] [--preset NAME] [--order fixed] [--weights METHOD]",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.Flags().StringVarP(&f.file, "profile", "p", "", "")
	cmd.Flags().BoolVar(&f.quick, "quick", false, "")
	cmd.Flags().BoolVar(&f.full, "full", false, "")
	cmd.Flags().StringSliceVar(&f.only, "only", nil, "")
	cmd.Flags().StringVar(&f.preset, "preset", "", "")
	cmd.Flags().StringVar(&f.order, "order", orders[0], "")
	cmd.Flags().StringVar(&f.weights, "weights", weightings[0], "")
	must(cmd.RegisterFlagCompletionFunc("preset", a.completePreset))
	must(cmd.RegisterFlagCompletionFunc("weights", cobra.FixedCompletions(weightings, cobra.ShellCompDirectiveNoFileComp)))
	must(cmd.RegisterFlagCompletionFunc("order", cobra.FixedCompletions(orders, cobra.ShellCompDirectiveNoFileComp)))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return tooMany(cmd, args[0])
		}
		return a.ask(cmd.Context(), cmd.Name(), f)
	}
	return cmd
}

// orders are the ways to put questions in order, the usual one first.
var orders = []string{"adaptive", "fixed"}

// weightings are the ways to say how much priorities matter, by session.Method.
var weightings = []string{"rate", "rank", "points", "pairs", "best-worst"}

func (f *askFlags) check() error {
	if f.order != orders[0] && f.order != orders[1] {
		return diag.UnknownFlagValue(diag.Pos{}, f.order, "--order").OneOf(f.order, orders)
	}
	if !slices.Contains(weightings, f.weights) {
		return diag.UnknownFlagValue(diag.Pos{}, f.weights, "--weights").OneOf(f.weights, weightings)
	}
	if f.quick && f.full {
		return diag.ConflictingFlags(diag.Pos{}, "--quick", "--full")
	}
	return nil
}

// questionnaire is one run of "ajar ask".
type questionnaire struct {
	*app
	flags  askFlags
	verb   string
	engine *engine.Engine
	draft  *draft
	start  engine.Profile // the answers to begin with: the draft's, or a preset's
	talk   *dialogue.Dialogue
}

func (a *app) ask(ctx context.Context, verb string, f askFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	eng, err := engine.New(a.pack)
	if err != nil {
		return err
	}
	d, err := a.draft(f.file, f.weights)
	if err != nil {
		return err
	}
	q := &questionnaire{app: a, flags: f, verb: verb, engine: eng, draft: d}
	if !a.canAsk() {
		return q.withoutTerminal(ctx)
	}
	if err := d.ready(); err != nil {
		return err
	}
	return q.leave(q.run(ctx))
}

// canAsk reports that a person sits at both ends.
func (a *app) canAsk() bool {
	return !a.settings.NoInput && term.IsTerminal(a.Stdin) && term.IsTerminal(a.Stderr)
}

func (q *questionnaire) run(ctx context.Context) error {
	// Until now Ctrl-C ended the process; from here it ends the dialogue.
	signal.Reset(os.Interrupt)
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt)
	defer signal.Reset(os.Interrupt)
	q.talk = dialogue.New(q.Stdin, q.Stderr, q.words.Lang, q.look(q.Stderr), interrupt)
	q.talk.Save = q.draft.save
	done, err := q.resume(ctx)
	if err != nil || done {
		return err
	}
	if err := q.begin(); err != nil {
		return err
	}
	if q.talk.Session, err = q.session(q.start); err != nil {
		return err
	}
	if err := q.greet(ctx); err != nil {
		return err
	}
	if err := q.talk.Run(ctx); err != nil {
		return err
	}
	return q.results(ctx)
}

func (q *questionnaire) session(p engine.Profile) (*session.Session, error) {
	precedents, err := q.precedents()
	if err != nil {
		return nil, err
	}
	return session.New(q.engine, p, session.Options{
		Full: q.flags.full, Only: q.flags.only, Fixed: q.flags.order == orders[1], Precedents: precedents,
		Weights: session.Method(slices.Index(weightings, q.flags.weights)),
	})
}

// precedents are the documented decisions.
func (a *app) precedents() ([]engine.Profile, error) {
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

// greet says how long it takes, beyond the short interview too.
func (q *questionnaire) greet(ctx context.Context) error {
	more := 0
	if !q.flags.full && len(q.flags.only) == 0 {
		full, err := session.New(q.engine, q.start, session.Options{Full: true})
		if err != nil {
			return err
		}
		all, err := full.Next(ctx)
		if err != nil {
			return err
		}
		short, err := q.talk.Session.Next(ctx)
		if err != nil {
			return err
		}
		if all != nil && short != nil {
			more = all.Of - short.Of
		}
	}
	return q.talk.Greet(ctx, more)
}

// resume finds out what to do with answers given earlier. It is done if the
// result alone was wanted.
func (q *questionnaire) resume(ctx context.Context) (done bool, err error) {
	if q.draft.exists && !q.draft.named && q.draft.answers() > 0 {
		intro := q.words.Count("draft", q.draft.answers(), "date", q.draft.when.Format("2006-01-02"))
		ways := []string{q.words.Say("draft_on"), q.words.Say("draft_result"), q.words.Say("draft_new")}
		way, err := q.talk.Choose(intro, ways, false)
		if err != nil {
			return false, err
		}
		switch way {
		case 2:
			return true, q.result(ctx, q.draft.saved)
		case 3:
			aside, err := q.draft.setAside()
			if err != nil {
				return false, err
			}
			q.talk.Say(q.words.Say("draft_aside", "path", aside))
		}
	}
	return false, nil
}

// begin finds the answers to begin with: those of a preset if there are no
// others.
func (q *questionnaire) begin() error {
	q.start = q.draft.saved
	if q.flags.preset == "" || q.draft.answers() > 0 {
		return nil
	}
	var err error
	q.start, err = profiles.Preset(strings.TrimPrefix(q.flags.preset, presetPrefix), profiles.WithPack(q.pack))
	q.start.Name = q.draft.saved.Name
	return err
}

// results shows the result and goes on as long as the person wants to.
func (q *questionnaire) results(ctx context.Context) error {
	for {
		p := q.talk.Session.Profile()
		if err := q.result(ctx, p); err != nil {
			return err
		}
		q.note(q.words.Say("draft_saved", "path", q.draft.path, "name", q.name()))
		if !term.IsTerminal(q.Stdout) || len(q.settings.Outputs) > 0 || q.settings.Format != "text" {
			return nil
		}
		again, err := q.offer(ctx, p)
		if err != nil || !again {
			return err
		}
	}
}

// name is how other commands name the answers.
func (q *questionnaire) name() string {
	if q.draft.named {
		return q.flags.file
	}
	return draftName
}

// offer asks how to go on; again is false if not at all.
func (q *questionnaire) offer(ctx context.Context, p engine.Profile) (again bool, err error) {
	q.talk.Session.Extend()
	open := q.talk.Session.Missing()
	var ways []string
	var do []func() error
	add := func(text string, f func() error) { ways, do = append(ways, text), append(do, f) }
	best, err := q.best(ctx, p, open)
	if err != nil {
		return false, err
	}
	if best != nil {
		add(q.words.Say("offer_one", "question", best.Title.In(q.words.Lang)), func() error { return q.talk.One(ctx, best.ID) })
	}
	if len(open) > 0 {
		add(q.words.Count("offer_all", len(open)), func() error { return q.talk.Run(ctx) })
	}
	add(q.words.Say("offer_change"), func() error { return q.talk.Review(ctx) })
	way, err := q.talk.Choose(q.words.Say("offer"), ways, true)
	if errors.Is(err, dialogue.ErrQuit) || err == nil && way == 0 {
		return false, nil // the result stands; nothing was left half done
	}
	if err != nil {
		return false, err
	}
	return true, do[way-1]()
}

// best is the open question that can most change the result, nil if none can.
func (q *questionnaire) best(ctx context.Context, p engine.Profile, open []string) (*session.Question, error) {
	rec, err := q.engine.Analyse(ctx, p)
	if err != nil {
		return nil, err
	}
	for _, next := range rec.Sensitivity.Questions {
		for _, id := range open {
			if next.Fact == id {
				return q.talk.Session.Ask(id), nil
			}
		}
	}
	return nil, nil
}

// result writes the recommendation.
func (q *questionnaire) result(ctx context.Context, p engine.Profile) error {
	rec, err := q.engine.Analyse(ctx, p)
	if err != nil {
		return err
	}
	return q.emit(document{verb: q.verb, formats: formatsOf(q.verb), write: func(w io.Writer, v view) error {
		write := report.Write
		if v.format == "text" {
			write = report.WriteBrief
		}
		return write(w, rec, report.Format(v.format), report.Lang(v.lang), report.Width(v.look.Width),
			report.Color(v.look.Color), report.Accessible(v.look.Plain), report.Version(q.Version))
	}})
}

// leave says where the answers are when the dialogue ends early.
func (q *questionnaire) leave(err error) error {
	if errors.Is(err, dialogue.ErrQuit) || errors.Is(err, dialogue.ErrInterrupted) {
		if q.draft.exists {
			q.remark(term.Bold, q.words.Say("left", "path", q.draft.path), nil)
		} else {
			q.remark(term.Bold, q.words.Say("left_nothing"), nil)
		}
	}
	return err
}

// askOrHelp is ajar without a verb: at a terminal it asks, else it says how it is
// used.
func (a *app) askOrHelp(cmd *cobra.Command) error {
	if a.canAsk() && term.IsTerminal(a.Stdout) {
		return a.ask(cmd.Context(), "ask", askFlags{order: orders[0], weights: weightings[0]})
	}
	a.say(helpPage(a.words.Lang, "short").Draw(a.look(a.Stderr)))
	return errShown
}
