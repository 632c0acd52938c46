package dialogue

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// askQuestions asks question after question.
func (d *Dialogue) askQuestions(ctx context.Context) error {
	for counted := 0; ; {
		q, err := d.Session.Next(ctx)
		if err != nil || q == nil {
			return err
		}
		if n := q.Of - counted; counted > 0 && n > 0 {
			d.writeParagraph("  ", d.words.MoreQuestions(n))
		}
		counted = q.Of
		if err := d.tellNoChange(ctx); err != nil {
			return err
		}
		d.showQuestion(q)
		if enough, err := d.readAnswer(ctx, q); err != nil || enough {
			return err
		}
	}
}

// tellNoChange says once that nothing still open can change the result.
func (d *Dialogue) tellNoChange(ctx context.Context) error {
	can, err := d.Session.CanStillChange(ctx)
	if err != nil {
		return err
	}
	if !can && !d.toldNoChange {
		d.writeGap()
		d.writeParagraph("", d.words.Settled())
	}
	d.toldNoChange = !can
	return nil
}

// showQuestion writes the question with its choices.
func (d *Dialogue) showQuestion(q *session.Question) {
	d.writeGap()
	place := ""
	if q.Place > 0 {
		place = d.words.Place(strconv.Itoa(q.Place), strconv.Itoa(q.Of)) + "  "
	}
	name := "   [" + q.ID + "]"
	if comparesPriorities(q) {
		name = ""
	}
	d.writeParagraph("", place+d.phraseQuestion(q)+name)
	if q.IsYesNo() {
		d.writeParagraph("  ", d.words.YesNo())
		d.showGivenAnswer(q)
		return
	}
	for i := range q.Choices {
		d.writeNumbered(i+1, d.phraseChoice(q, &q.Choices[i]))
	}
	switch q.Kind {
	case session.Choose:
		d.writeParagraph("  ", d.phraseChoiceLimit(q))
	case session.SomeOf:
		d.writeParagraph("  ", d.words.ChooseAll())
	case session.Number:
		d.writeParagraph("  ", d.words.Range(plain.Number(q.Min), plain.Number(q.Max), q.Unit.In(d.words.Lang)))
	case session.Rate:
		if comparesPriorities(q) {
			d.writeParagraph("  ", d.phraseScale(q))
			break
		}
		for _, a := range q.Anchors {
			d.writeParagraph("  ", plain.Number(a.Weight)+"  "+a.Text.In(d.words.Lang))
		}
	case session.Order:
		d.writeParagraph("  ", d.words.Order())
	case session.Spread:
		d.writeParagraph("  ", d.words.Spread(plain.Number(q.Max)))
	case session.Compare:
		d.writeParagraph("  ", d.words.Compare(plain.Number(q.Min), plain.Number(q.Max)))
		d.writeParagraph("  ", d.phraseScale(q))
	}
	d.showGivenAnswer(q)
}

// repeatQuestion writes the line of a question whose choices fill the screen, which stay
// in sight so, and how to answer.
func (d *Dialogue) repeatQuestion(q *session.Question) {
	d.writeParagraph("", d.phraseQuestion(q))
	d.writeParagraph("  ", d.phraseChoiceLimit(q))
}

// findExplained is the choice of which a person asks what it means, as in "? 5"; nil if
// this is not asked.
func findExplained(q *session.Question, text string) *session.Choice {
	number, asked := strings.CutPrefix(text, "?")
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if !asked || err != nil || q.Kind != session.Choose || n < 1 || n > len(q.Choices) {
		return nil
	}
	return &q.Choices[n-1]
}

// phraseChoiceLimit says how to choose several.
func (d *Dialogue) phraseChoiceLimit(q *session.Question) string {
	switch {
	case q.Most == 0 && q.Weighted:
		return d.words.ChooseAnyWeights()
	case q.Most == 0:
		return d.words.ChooseAny()
	case q.Weighted:
		return d.words.ChooseWeights(q.Most)
	}
	return d.words.Choose(q.Most)
}

// showGivenAnswer says what was answered earlier, and that Enter keeps it.
func (d *Dialogue) showGivenAnswer(q *session.Question) {
	switch {
	case q.Given.State == session.Unanswered:
	case q.Given.State == session.Answered && !q.IsYesNo() && (q.Kind == session.OneOf || q.Kind == session.SomeOf || q.Kind == session.Choose):
		d.writeParagraph("  ", d.words.KeepMarked())
	default:
		d.writeParagraph("  ", d.words.Keep(d.phraseGivenAnswer(q)))
	}
}

// readAnswer reads lines until the question is done with. It is enough if the
// person wants the result now.
func (d *Dialogue) readAnswer(ctx context.Context, q *session.Question) (enough bool, err error) {
	for {
		text, err := d.promptLine()
		if err != nil {
			return false, err
		}
		if c := findExplained(q, text); c != nil {
			d.writeParagraph("  ", c.Label.In(d.words.Lang)+d.words.Colon()+c.More.In(d.words.Lang))
			continue
		}
		switch strings.ToLower(text) {
		case "?":
			if q.Kind == session.Choose {
				d.repeatQuestion(q)
				continue
			}
			d.explainQuestion(q)
			d.showQuestion(q)
			continue
		case "h":
			d.ShowKeys()
			continue
		case "p":
			if err := d.tellResultSoFar(ctx); err != nil {
				return false, err
			}
			continue
		case "b":
			if !d.Session.Back() {
				d.writeParagraph("  ", d.words.First())
				continue
			}
			return false, nil
		case "r":
			return true, nil
		case "q":
			return false, ErrQuit
		}
		done, err := d.recordAnswer(ctx, q, text)
		if err != nil || done {
			return false, err
		}
	}
}

// recordAnswer tells the session what was said and saves; done is false if it was no
// answer.
func (d *Dialogue) recordAnswer(ctx context.Context, q *session.Question, text string) (done bool, err error) {
	var change session.AnswerEffect
	switch strings.ToLower(text) {
	case "u":
		change, err = d.Session.Unknown(ctx)
		d.writeParagraph("  ", d.words.NotedUnknown())
	case "s":
		change, err = d.Session.Skip(ctx)
		d.writeParagraph("  ", d.words.NotedSkip())
	case "-", "na", "不适用":
		change, err = d.Session.NotApplicable(ctx)
		d.writeParagraph("  ", d.words.NotedNA())
	case "":
		if err = d.Session.Keep(ctx); err == nil {
			return true, nil
		}
		if errors.Is(err, session.ErrNoQuestion) {
			_, err = q.Parse("")
			d.showMistake(err)
			return false, nil
		}
	default:
		values, wrong := q.Parse(text)
		if wrong != nil {
			d.showWrongAnswer(q, wrong)
			return false, nil
		}
		d.echoRange(q, values)
		change, err = d.Session.Answer(ctx, values...)
	}
	if err != nil {
		return false, err
	}
	d.tellSwitchedQuestions(change)
	d.tellContradictions(q, change)
	if err := d.saveProfile(); err != nil {
		return false, err
	}
	return true, d.tellWeights(q)
}

// showWrongAnswer says what the question takes. One that takes yes or no has no numbers.
func (d *Dialogue) showWrongAnswer(q *session.Question, wrong error) {
	if q.IsYesNo() {
		d.writeParagraph("  ", d.words.YesNoWrong())
		return
	}
	d.showMistake(wrong)
}

// echoRange repeats a range, so that a slip shows, with the weight that it comes to, and
// the weights that came with a choice.
func (d *Dialogue) echoRange(q *session.Question, values []string) {
	var weighed []string
	for _, v := range values {
		if id, weight, ok := strings.Cut(v, "="); ok && q.Kind == session.Choose {
			weighed = append(weighed, d.findChoiceLabel(q, id)+" "+weight)
		}
	}
	if len(weighed) > 0 {
		d.writeParagraph("  ", d.words.Weights(strings.Join(weighed, d.words.Semicolon())))
	}
	if r, ok := findRange(q, values); ok {
		d.writeParagraph("  ", d.words.NotedRange(d.words.Between(plain.Decimal(r.Low), plain.Decimal(r.High)), plain.Decimal(r.Middle())))
	}
}

// tellSwitchedQuestions says what an answer switched off or on.
func (d *Dialogue) tellSwitchedQuestions(c session.AnswerEffect) {
	if n := len(c.SwitchedOff); n > 0 {
		d.writeParagraph("  ", d.words.Off(n, d.nameQuestions(c.SwitchedOff)))
	}
	if n := len(c.SwitchedOn); n > 0 {
		d.writeParagraph("  ", d.words.On(n, d.nameQuestions(c.SwitchedOn)))
	}
}

// tellContradictions says which answers given before exclude the one just given.
func (d *Dialogue) tellContradictions(q *session.Question, c session.AnswerEffect) {
	for _, x := range c.Contradictions {
		others := slices.DeleteFunc(x.Facts, func(id string) bool { return id == q.ID })
		d.writeParagraph("  ", d.words.Contradicts(strings.Join(others, ", "), x.Text.In(d.words.Lang)))
	}
}

// explainQuestion says why the question is asked and what that rests on.
func (d *Dialogue) explainQuestion(q *session.Question) {
	why := q.Why.In(d.words.Lang)
	if why == "" {
		why = d.words.WhatMattersWhy()
	}
	d.writeParagraph("  ", d.words.Why(why))
	if q.Kind == session.Rate && !comparesPriorities(q) {
		d.writeParagraph("  ", d.words.RangeHelp())
	}
	if na := q.NA.In(d.words.Lang); na != "" {
		d.writeParagraph("  ", d.words.NAMeans(na))
	}
	sources := d.words.Sources(strings.Join(q.Source, ", "))
	if q.ID != rules.PrioritiesID && !comparesPriorities(q) {
		sources += d.words.Explain(q.ID)
	}
	d.writeParagraph("  ", sources)
}
