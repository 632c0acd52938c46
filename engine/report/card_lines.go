package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// sayCheck names what to look at before relying on the result, as far as no other line of
// the card is about it. That answers are kept and not counted changes nothing.
func sayCheck(w *wording) itemList {
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
			items = append(items, listItem{[]string{x.ID}, say(w.joinNames(ids, w.nameFact))})
		case warnComparisons:
			items = append(items, listItem{[]string{x.ID}, w.CardContradiction()})
		default:
			items = append(items, listItem{[]string{x.ID}, trimFullStop(x.Text)})
		}
	}
	items = slices.CompactFunc(items, func(a, b listItem) bool { return a.text == b.text })
	return itemList{items, w.CardMoreWarnings}
}

// sayFirmness is the word for how settled the advice is, with one share.
func sayFirmness(w *wording) itemList {
	s := w.rec.Sensitivity
	if w.rec.Option == "" || s == nil {
		return itemList{}
	}
	if w.rec.RunnerUp.Option == "" {
		return makeStatement(w.CardAlone())
	}
	x := &s.Robustness
	if x.Stance == engine.Thin {
		return makeStatement(w.CardThin())
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
	return makeStatement(text)
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
func sayDecider(w *wording) itemList {
	if b := findDecidingBar(w); b != nil {
		return makeStatement(w.CardBarDecided(briefBar(w, b.ID), briefLift(w, b.ID)), b.ID)
	}
	if w.rec.Stance == engine.None {
		if list := listBarsToClear(w); len(list) > 0 && list[0].Limit == nil {
			return makeStatement(w.CardBarDecided(briefBar(w, list[0].ID), briefLift(w, list[0].ID)), list[0].ID)
		}
	}
	if w.rec.DecidedBy.Kind == engine.ByLimit {
		if l := findDecidingLimit(w); l != nil {
			return makeStatement(w.CardLimitDecided(trimFullStop(l.Because)))
		}
	}
	return itemList{}
}

// sayBarred names the bars that rule releases out for good, but for one that decided.
func sayBarred(w *wording) itemList {
	var items []listItem
	for _, b := range collectBars(w, rules.BarredForGood) {
		switch {
		case b.Limit != nil:
			items = append(items, listItem{[]string{LimitID}, trimFullStop(w.CardOwnLimit(b.Limit.Because))})
		case b.ID != w.rec.DecidedBy.ID:
			items = append(items, listItem{[]string{b.ID}, w.CardRulesOut(len(b.options), briefBar(w, b.ID))})
		}
	}
	return itemList{items, w.CardMoreBars}
}

const reasonsPerSide = 2 // on the card

func sayWhyOpen(w *wording) itemList   { return saySide(w, rules.Open) }
func sayWhyClosed(w *wording) itemList { return saySide(w, rules.Closed) }

// saySide gives the heaviest arguments of one side in a few words.
func saySide(w *wording, pull rules.Stance) itemList {
	if w.rec.Option == "" {
		return itemList{}
	}
	list := listArguments(w, pull)
	var items []listItem
	for _, a := range list[:min(reasonsPerSide, len(list))] {
		items = append(items, listItem{[]string{a.ID}, sayReason(w, a)})
	}
	if len(items) == 0 {
		return makeStatement(w.CardNothing())
	}
	return itemList{items: items}
}

func sayGiven(w *wording) itemList {
	return sayParts(w, func(a rules.Advice) bool { return a != rules.AdviseKeep })
}

func sayKept(w *wording) itemList {
	return sayParts(w, func(a rules.Advice) bool { return a == rules.AdviseKeep })
}

// sayParts lists parts with their terms; those that are given with a limit are said so.
func sayParts(w *wording, of func(rules.Advice) bool) itemList {
	var items []listItem
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
		items = append(items, listItem{g.ids, text})
	}
	return itemList{items, w.CardMoreParts}
}

func sayConditions(w *wording) itemList {
	var items []listItem
	for i := range w.rec.Conditions {
		items = append(items, listItem{[]string{w.rec.Conditions[i].ID}, briefBar(w, w.rec.Conditions[i].ID)})
	}
	return itemList{items, w.CardMoreConditions}
}

// sayToday says what may be done until the conditions are met.
func sayToday(w *wording) itemList {
	if w.rec.Ready || w.rec.Option == "" {
		return itemList{}
	}
	if f := w.findTodaysForm(); f != nil {
		return makeStatement(f.Title.In(w.Lang))
	}
	return makeStatement(w.CardTodayNothing())
}

// sayCautions names bars that may hold, with the question that tells, and those that hold
// and hold back nothing that is done already.
func sayCautions(w *wording) itemList {
	var items []listItem
	for i := range w.rec.Cautions {
		b := &w.rec.Cautions[i]
		items = append(items, listItem{[]string{b.ID}, briefBar(w, b.ID)})
	}
	return itemList{items, w.CardMoreCautions}
}

func sayDuties(w *wording) itemList {
	var items []listItem
	for i := range w.rec.Duties {
		items = append(items, listItem{[]string{w.rec.Duties[i].ID}, briefDuty(w, w.rec.Duties[i].ID)})
	}
	return itemList{items, w.CardMoreDuties}
}

// sayNextSteps gives the first steps of the plan.
func sayNextSteps(w *wording) itemList {
	var items []listItem
	for _, s := range listOwnStepsFirst(w) {
		items = append(items, listItem{[]string{s.ID}, briefStep(w, s)})
	}
	if w.rec.Stance == engine.NoBasis {
		items = []listItem{{[]string{""}, w.CardStatePriorities()}}
	}
	return itemList{items, w.CardMoreSteps}
}

// sayTurns gives the likeliest single changes of the advice.
func sayTurns(w *wording) itemList {
	if w.rec.Sensitivity == nil || w.rec.Option == "" {
		return itemList{}
	}
	var items []listItem
	for _, t := range listTurns(w) {
		items = append(items, listItem{[]string{t.id}, t.text})
	}
	if len(items) == 0 {
		return makeStatement(w.CardNoTurn())
	}
	return itemList{items: items} // what would change it in all is no duty to tell
}

// sayOpenQuestions names the open questions, those that can change the advice first. What
// other answers switch on is none yet.
func sayOpenQuestions(w *wording) itemList {
	if w.rec.Sensitivity == nil {
		return itemList{}
	}
	var items []listItem
	for i := range w.rec.Sensitivity.Questions {
		if id := w.rec.Sensitivity.Questions[i].Fact; slices.Contains(w.rec.Unknown, id) {
			items = append(items, listItem{[]string{id}, briefQuestion(w, id)})
		}
	}
	if len(items) == 0 {
		if w.rec.Stance == engine.NoBasis {
			return itemList{}
		}
		return makeStatement(w.CardAllKnown())
	}
	return itemList{items, w.CardMoreQuestions}
}
