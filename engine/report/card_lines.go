package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// sayCheck names what to look at before relying on the result, as far as no other line of
// the card is about it. That answers are kept and not counted changes nothing.
func sayCheck(w *wording, room int) CardLine {
	var items []listItem
	for _, x := range buildWarnings(w) {
		switch x.ID {
		case warnBarOpen, warnToldOnly, warnPrecaution, warnInactive:
			continue
		case warnExclusion:
			ids := make([]string, len(x.Answers))
			for i := range x.Answers {
				ids[i] = x.Answers[i].ID
			}
			say := w.CardExcluded
			if w.pack.Exclusion(*x.Rule).Rarely {
				say = w.CardRarely
			}
			items = append(items, listItem{x.ID, say(w.joinNames(ids, w.nameFact))})
		case warnComparisons:
			items = append(items, listItem{x.ID, w.CardContradiction()})
		default:
			items = append(items, listItem{x.ID, trimFullStop(x.Text)})
		}
	}
	items = slices.CompactFunc(items, func(a, b listItem) bool { return a.text == b.text })
	return fitList(w, items, room, w.CardMoreWarnings)
}

// sayFirmness is the word for how settled the advice is, with one share.
func sayFirmness(w *wording, _ int) CardLine {
	s := w.rec.Sensitivity
	if w.rec.Option == "" || s == nil {
		return CardLine{}
	}
	if w.rec.RunnerUp.Option == "" {
		return CardLine{Text: w.CardAlone()}
	}
	x := &s.Robustness
	if x.Stance == engine.Thin {
		return CardLine{Text: w.CardThin()}
	}
	stance, option := nameFirmness(w, x.Stance, x.StanceRival), nameFirmness(w, x.Option, x.OptionRival)
	word := stance
	if stance != option {
		word = w.CardTwoWords(w.nameStance(w.rec.Stance), stance, option)
	}
	n := strings.TrimSpace(w.formatChances(x.OverJudgements.Option))
	text := w.CardHolds(word, n)
	if len(w.rec.Priorities) == 0 {
		text = w.CardHoldsByFacts(word, n)
	}
	switch {
	case w.rec.TooClose != "":
		text = w.Sentences([]string{text + w.Semicolon() + w.CardPassedOver(nameBarely(w, w.rec.TooClose))})
	case x.Rival != "" && x.Option != engine.Close && x.Stance != engine.Close:
		text += w.Semicolon() + w.CardRival(nameBarely(w, x.Rival))
	}
	return CardLine{Text: text}
}

// nameFirmness names how settled something is, and the rival if that is hardly so.
func nameFirmness(w *wording, word engine.Robustness, rival string) string {
	switch {
	case word == engine.Clear:
		return w.CardClear()
	case word == engine.Leaning:
		return w.CardLeaning()
	case rival != "":
		return w.CardLevel(nameBarely(w, rival))
	}
	return nameRobustness(w, word)
}

// sayDecider names the bar or the limit that decided.
func sayDecider(w *wording, _ int) CardLine {
	if b := findDecidingBar(w); b != nil {
		return CardLine{Text: w.CardBarDecided(briefBar(w, b.ID), briefLift(w, b.ID)), Told: []string{b.ID}}
	}
	if w.rec.Stance == engine.None {
		if list := listBarsToClear(w); len(list) > 0 && list[0].Limit == nil {
			return CardLine{Text: w.CardBarDecided(briefBar(w, list[0].ID), briefLift(w, list[0].ID)), Told: []string{list[0].ID}}
		}
	}
	if w.rec.DecidedBy.Kind == engine.ByLimit {
		if l := findDecidingLimit(w); l != nil {
			return CardLine{Text: w.CardLimitDecided(trimFullStop(l.Because))}
		}
	}
	return CardLine{}
}

// sayBarred names the bars that rule releases out for good, but for one that decided.
func sayBarred(w *wording, room int) CardLine {
	var items []listItem
	for _, b := range collectBars(w, rules.BarredForGood) {
		switch {
		case b.Limit != nil:
			items = append(items, listItem{LimitID, trimFullStop(w.CardOwnLimit(b.Limit.Because))})
		case b.ID != w.rec.DecidedBy.ID:
			items = append(items, listItem{b.ID, w.CardRulesOut(len(b.options), briefBar(w, b.ID))})
		}
	}
	return fitList(w, items, room, w.CardMoreBars)
}

const reasonsPerSide = 2 // on the card

func sayWhyOpen(w *wording, room int) CardLine   { return saySide(w, rules.Open, room) }
func sayWhyClosed(w *wording, room int) CardLine { return saySide(w, rules.Closed, room) }

// saySide gives the heaviest arguments of one side in a few words.
func saySide(w *wording, pull rules.Stance, room int) CardLine {
	if w.rec.Option == "" {
		return CardLine{}
	}
	list := listArguments(w, pull)
	var items []listItem
	for _, a := range list[:min(reasonsPerSide, len(list))] {
		items = append(items, listItem{a.ID, sayReason(w, a)})
	}
	if len(items) == 0 {
		return CardLine{Text: w.CardNothing()}
	}
	line := fitList(w, items, room, func(int) string { return "" })
	line.Counted = nil
	return line
}

func sayGiven(w *wording, room int) CardLine {
	return sayParts(w, room, func(a rules.Advice) bool { return a != rules.AdviseKeep })
}

func sayKept(w *wording, room int) CardLine {
	return sayParts(w, room, func(a rules.Advice) bool { return a == rules.AdviseKeep })
}

// sayParts lists parts with their terms; those that are given with a limit are said so.
func sayParts(w *wording, room int, of func(rules.Advice) bool) CardLine {
	var items []listItem
	var ids [][]string
	for _, g := range groupByTerms(w) {
		if !of(g.advice) {
			continue
		}
		text := w.List(g.names)
		switch {
		case g.advice == rules.AdviseKeep && g.terms != "":
			text = w.CardSold(text, g.terms)
		case g.advice == rules.AdviseRestrict:
			text = w.CardRestricted(text, g.terms)
		case g.terms != "":
			text = w.Topic(text, g.terms)
		}
		items, ids = append(items, listItem{g.ids[0], text}), append(ids, g.ids)
	}
	count := func(n int) string {
		parts := 0
		for _, list := range ids[len(ids)-n:] {
			parts += len(list)
		}
		return w.CardMoreParts(parts)
	}
	line := fitList(w, items, room, count)
	told := len(line.Told)
	line.Told, line.Counted = slices.Concat(ids[:told]...), slices.Concat(ids[told:]...)
	return line
}

func sayConditions(w *wording, room int) CardLine {
	var items []listItem
	for i := range w.rec.Conditions {
		items = append(items, listItem{w.rec.Conditions[i].ID, briefBar(w, w.rec.Conditions[i].ID)})
	}
	return fitList(w, items, room, w.CardMoreConditions)
}

// sayToday says what may be done until the conditions are met.
func sayToday(w *wording, _ int) CardLine {
	if w.rec.Ready || w.rec.Option == "" {
		return CardLine{}
	}
	if f := w.findTodaysForm(); f != nil {
		return CardLine{Text: f.Title.In(w.Lang)}
	}
	return CardLine{Text: w.CardTodayNothing()}
}

// sayCautions names bars that may hold, with the question that tells, and those that hold
// and hold back nothing that is done already.
func sayCautions(w *wording, room int) CardLine {
	var items []listItem
	for i := range w.rec.Cautions {
		b := &w.rec.Cautions[i]
		items = append(items, listItem{b.ID, briefBar(w, b.ID)})
	}
	return fitList(w, items, room, w.CardMoreCautions)
}

func sayDuties(w *wording, room int) CardLine {
	var items []listItem
	for i := range w.rec.Duties {
		items = append(items, listItem{w.rec.Duties[i].ID, briefDuty(w, w.rec.Duties[i].ID)})
	}
	return fitList(w, items, room, w.CardMoreDuties)
}

// sayNextSteps gives the first steps of the plan.
func sayNextSteps(w *wording, room int) CardLine {
	var items []listItem
	for _, s := range listOwnStepsFirst(w) {
		items = append(items, listItem{s.ID, briefStep(w, s)})
	}
	if w.rec.Stance == engine.NoBasis {
		items = []listItem{{"", w.CardStatePriorities()}}
	}
	return fitList(w, items, room, w.CardMoreSteps)
}

// sayTurns gives the likeliest single changes of the advice.
func sayTurns(w *wording, room int) CardLine {
	if w.rec.Sensitivity == nil || w.rec.Option == "" {
		return CardLine{}
	}
	var items []listItem
	for _, t := range listTurns(w) {
		items = append(items, listItem(t))
	}
	if len(items) == 0 {
		return CardLine{Text: w.CardNoTurn()}
	}
	line := fitList(w, items, room, func(int) string { return "" })
	line.Counted = nil // what would change it in all is no duty to tell
	return line
}

// sayOpenQuestions names the open questions, those that can change the advice first. What
// other answers switch on is none yet.
func sayOpenQuestions(w *wording, room int) CardLine {
	if w.rec.Sensitivity == nil {
		return CardLine{}
	}
	var items []listItem
	for i := range w.rec.Sensitivity.Questions {
		if id := w.rec.Sensitivity.Questions[i].Fact; slices.Contains(w.rec.Unknown, id) {
			items = append(items, listItem{id, briefQuestion(w, id)})
		}
	}
	if len(items) == 0 {
		if w.rec.Stance == engine.NoBasis {
			return CardLine{}
		}
		return CardLine{Text: w.CardAllKnown()}
	}
	return fitList(w, items, room, w.CardMoreQuestions)
}
