package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
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
	stance, option := w.nameFirmness(x.Stance, x.StanceRival), w.nameFirmness(x.Option, x.OptionRival)
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
		text = w.Sentences([]string{text + w.Semicolon() + w.CardPassedOver(w.nameBarely(w.rec.TooClose))})
	case x.Rival != "" && x.Option != engine.Close && x.Stance != engine.Close:
		text += w.Semicolon() + w.CardRival(w.nameBarely(x.Rival))
	}
	return CardLine{Text: text}
}

// nameFirmness names how settled something is, and the rival if that is hardly so.
func (w *wording) nameFirmness(word engine.Robustness, rival string) string {
	switch {
	case word == engine.Clear:
		return w.CardClear()
	case word == engine.Leaning:
		return w.CardLeaning()
	case rival != "":
		return w.CardLevel(w.nameBarely(rival))
	}
	return nameRobustness(w, word)
}

// sayDecider names the bar or the limit that decided.
func sayDecider(w *wording, _ int) CardLine {
	if b := findDecidingBar(w); b != nil {
		return CardLine{Text: w.CardBarDecided(w.briefBar(b.ID), w.briefLift(b.ID)), Told: []string{b.ID}}
	}
	if w.rec.Stance == engine.None {
		if list := listBarsToClear(w); len(list) > 0 && list[0].Limit == nil {
			return CardLine{Text: w.CardBarDecided(w.briefBar(list[0].ID), w.briefLift(list[0].ID)), Told: []string{list[0].ID}}
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
			items = append(items, listItem{b.ID, w.CardRulesOut(len(b.options), w.briefBar(b.ID))})
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
		items = append(items, listItem{a.ID, w.sayReason(a)})
	}
	if len(items) == 0 {
		return CardLine{Text: w.CardNothing()}
	}
	line := fitList(w, items, room, func(int) string { return "" })
	line.Counted = nil
	return line
}

// listArguments lists the arguments of a side that count, the heaviest first.
func listArguments(w *wording, pull rules.Stance) []*engine.ArgumentResult {
	var out []*engine.ArgumentResult
	for i := range w.rec.Dimensions {
		for j := range w.rec.Dimensions[i].Arguments {
			if a := &w.rec.Dimensions[i].Arguments[j]; a.Pull == pull {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *engine.ArgumentResult) int {
		switch {
		case a.Mass > b.Mass:
			return -1
		case a.Mass < b.Mass:
			return 1
		}
		return 0
	})
	return out
}

// sayReason says an argument in a few words, with the wish that gave it most.
func (w *wording) sayReason(a *engine.ArgumentResult) string {
	text := w.briefArgument(a.ID)
	if p := findStrongestWish(a); p != nil {
		return w.ReasonWish(text, w.briefPriority(p.ID), plain.Decimal(p.Weight))
	}
	return text
}

// findStrongestWish gives the priority that gave most to an argument, nil if none did.
func findStrongestWish(a *engine.ArgumentResult) *engine.PriorityShare {
	var best *engine.PriorityShare
	for i := range a.Priorities {
		if p := &a.Priorities[i]; p.Weight > 0 && (best == nil || p.Share > best.Share) {
			best = p
		}
	}
	return best
}

// termsGroup is the parts that one decision and one set of terms are for.
type termsGroup struct {
	advice rules.Advice
	terms  string
	when   string
	ids    []string
	names  []string
}

// groupByTerms puts the rows of the release table together that say the same.
func groupByTerms(w *wording) []termsGroup {
	var out []termsGroup
	rows := listReleaseRows(w)
	for i := range rows {
		r := &rows[i]
		terms := ""
		switch {
		case r.NothingFits:
			terms = w.TermsNone()
		case hasTerms(r.ComponentResult):
			terms = joinChoice(w, r.ComponentResult)
		case r.Advice != rules.AdviseKeep:
			terms = w.TermsToChoose()
		}
		when := whenOf(r.ComponentResult)
		at := slices.IndexFunc(out, func(g termsGroup) bool { return g.advice == r.Advice && g.terms == terms && g.when == when })
		if at < 0 {
			out, at = append(out, termsGroup{advice: r.Advice, terms: terms, when: when}), len(out)
		}
		out[at].ids = append(out[at].ids, r.ID)
		out[at].names = append(out[at].names, w.briefComponent(r.ID))
	}
	return out
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
		items = append(items, listItem{w.rec.Conditions[i].ID, w.briefBar(w.rec.Conditions[i].ID)})
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
		items = append(items, listItem{b.ID, w.briefBar(b.ID)})
	}
	return fitList(w, items, room, w.CardMoreCautions)
}

func sayDuties(w *wording, room int) CardLine {
	var items []listItem
	for i := range w.rec.Duties {
		items = append(items, listItem{w.rec.Duties[i].ID, w.briefDuty(w.rec.Duties[i].ID)})
	}
	return fitList(w, items, room, w.CardMoreDuties)
}

// sayNextSteps gives the first steps of the plan.
func sayNextSteps(w *wording, room int) CardLine {
	var items []listItem
	for _, s := range listOwnStepsFirst(w) {
		items = append(items, listItem{s.ID, w.briefStep(s)})
	}
	if w.rec.Stance == engine.NoBasis {
		items = []listItem{{"", w.CardStatePriorities()}}
	}
	return fitList(w, items, room, w.CardMoreSteps)
}

// listOwnStepsFirst lists the steps of the plan: those that the answers call for, then
// those that every such release takes. Both stand in the order in which they are gone.
func listOwnStepsFirst(w *wording) []*engine.PlanStep {
	var own, usual []*engine.PlanStep
	for i := range w.rec.Plan {
		if s := &w.rec.Plan[i]; s.Kind == rules.BarRule || len(s.Facts) > 0 {
			own = append(own, s)
		} else {
			usual = append(usual, s)
		}
	}
	return append(own, usual...)
}

// sayTurns gives the likeliest single changes of the advice.
func sayTurns(w *wording, room int) CardLine {
	if w.rec.Sensitivity == nil || w.rec.Option == "" {
		return CardLine{}
	}
	var items []listItem
	for _, t := range listTurns(w) {
		items = append(items, listItem{t.id, t.text})
	}
	if len(items) == 0 {
		return CardLine{Text: w.CardNoTurn()}
	}
	line := fitList(w, items, room, func(int) string { return "" })
	line.Counted = nil // what would change it in all is no duty to tell
	return line
}

// turn is a change of one answer or weight, with what it leads to.
type turn struct{ id, text string }

// listTurns lists the likely changes of one answer, by arguments and by bars, one for each
// fact, then those of a stated weight.
func listTurns(w *wording) []turn {
	var out []turn
	seen := map[string]bool{}
	for i := range w.rec.Sensitivity.FlipFacts {
		f := &w.rec.Sensitivity.FlipFacts[i]
		id := f.Set[0].Fact
		if isAbsurd(f) || seen[id] {
			continue
		}
		seen[id] = true
		out = append(out, turn{id, w.TurnIf(w.briefAnswer(id, f.Set[0].Answer), w.nameTurned(f.Form, f.Stance))})
	}
	for i := range w.rec.Sensitivity.Priorities {
		p := &w.rec.Sensitivity.Priorities[i]
		if !p.Stated {
			continue
		}
		for _, f := range p.Flips {
			stated, _ := w.rec.Profile.StatedWeight(p.ID)
			say := w.TurnWeightUp
			if f.At < stated {
				say = w.TurnWeightDown
			}
			out = append(out, turn{p.ID, say(w.briefPriority(p.ID), plain.Decimal(f.At), w.nameTurned(f.Form, f.Stance))})
		}
	}
	return out
}

// nameTurned names what a change leads to, with its stance where that is another.
func (w *wording) nameTurned(form string, stance engine.Stance) string {
	if form == "" {
		return w.nameMissingOption(stance)
	}
	if stance == w.rec.Stance {
		return w.nameBarely(form)
	}
	return w.TurnStance(w.nameStance(rules.Stance(stance)), w.nameBarely(form))
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
			items = append(items, listItem{id, w.briefQuestion(id)})
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
