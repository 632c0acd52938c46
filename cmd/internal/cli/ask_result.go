package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/cmd/internal/form"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
)

// showResults shows the result and goes on as long as the person wants to. What is asked
// after it leads back to it at once.
func (q *askRun) showResults(ctx context.Context) error {
	if !term.IsTerminal(q.app.Stdout) || len(q.app.out.Settings.Outputs) > 0 || q.app.out.Settings.Format != "text" {
		if err := q.writeResult(ctx, q.dialogue.Session.Profile()); err != nil {
			return err
		}
		q.app.writeNote(q.app.words.DraftSaved(q.draft.Path, q.nameAnswers()))
		return nil
	}
	q.app.writeNote(q.app.words.DraftSaved(q.draft.Path, q.nameAnswers()))
	for again := true; again; {
		rec, err := q.app.analyse(ctx, q.engine, q.dialogue.Session.Profile())
		if err != nil {
			return err
		}
		if err := q.writeCard(rec); err != nil {
			return err
		}
		if again, err = q.goOn(ctx, rec); err != nil {
			return err
		}
	}
	return nil
}

// writeCard writes the answer on one screen, with the ways to go on as its last line.
func (q *askRun) writeCard(rec *engine.Recommendation) error {
	return q.app.writeReport(q.verb, func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
		return report.Write(w, q.app.pack, rec, f, append(opts, report.Length(report.CardExtent), report.Footer(q.app.words.AskMenu()))...)
	})
}

// goOn does what the person chooses below a card; again is false to end, true to see the
// card anew.
func (q *askRun) goOn(ctx context.Context, rec *engine.Recommendation) (again bool, err error) {
	for {
		way, err := q.dialogue.Pick(6)
		if errors.Is(err, dialogue.ErrQuit) || err == nil && way == 0 {
			return false, nil // the result stands; nothing was left half done
		}
		if err != nil {
			return false, err
		}
		switch way {
		case 1:
			asked, err := q.askBest(ctx, rec)
			if err != nil || asked {
				return true, err
			}
		case 2:
			err = q.writeLong(func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
				return report.WriteWhy(w, q.app.pack, rec, "", f, opts...)
			})
		case 3:
			err = q.writeLong(func(w io.Writer, f report.Format, opts ...report.WriteOption) error {
				return report.Write(w, q.app.pack, rec, f, append(opts, report.Length(report.FullExtent))...)
			})
		case 4:
			err = q.saveForGit(rec.Profile)
		case 5:
			q.dialogue.Session.Extend()
			return true, q.dialogue.Run(ctx)
		case 6:
			return true, q.dialogue.Review(ctx)
		}
		if err != nil {
			return false, err
		}
		q.dialogue.Say(q.app.words.AskMenu())
	}
}

// askBest asks the open question that can most change the result; asked is false if there
// is none.
func (q *askRun) askBest(ctx context.Context, rec *engine.Recommendation) (asked bool, err error) {
	for _, next := range rec.Sensitivity.Questions {
		if err := q.dialogue.AskOpen(ctx, next.Fact); !errors.Is(err, dialogue.ErrNotOpen) {
			return true, err
		}
	}
	q.dialogue.Say(q.app.words.NothingToAsk())
	return false, nil
}

// writeLong writes what takes more than a screen, through the pager if there is one.
func (q *askRun) writeLong(d reportDocument) error {
	doc := newReportWriters(q.app.Version).Document(q.verb, d)
	doc.Long = true
	return q.app.out.Write(doc)
}

// saveForGit writes the answers into a file beside the code and says how to go on. Another
// file is written over only if the person says so.
func (q *askRun) saveForGit(p engine.Profile) error {
	if p.Name == "" || p.Name == "release" {
		p.Name = form.NameAfter(q.app.files.WorkDir())
	}
	name, err := q.dialogue.AskText(q.app.words.SaveAs(p.Name + ".ajar.yaml"))
	if errors.Is(err, dialogue.ErrQuit) {
		return nil
	}
	if err != nil {
		return err
	}
	if name == "" {
		name = p.Name + ".ajar.yaml"
	}
	path := q.app.files.Resolve(name)
	if _, err := os.Lstat(path); err == nil {
		way, err := q.dialogue.Choose(q.app.words.FileThere(name), []string{q.app.words.FileOver(), q.app.words.FileKeep()}, true)
		if err != nil || way != 1 {
			return ignoreQuit(err)
		}
	}
	var b bytes.Buffer
	if err := profiles.Write(&b, p, profiles.FormatOf(path), profiles.WithPack(q.app.pack)); err != nil {
		return err
	}
	if err := profiles.Save(path, b.Bytes()); err != nil {
		q.dialogue.Say(err.Error())
		return nil
	}
	q.dialogue.Say(q.app.words.SavedForGit(name))
	q.dialogue.Say("  ajar check " + quoteForShell(name) + " --update")
	q.dialogue.Say("  git add " + quoteForShell(name) + " " + quoteForShell(lock.Path(name)))
	return nil
}

// ignoreQuit leaves one step only.
func ignoreQuit(err error) error {
	if errors.Is(err, dialogue.ErrQuit) {
		return nil
	}
	return err
}
