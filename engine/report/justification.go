package report

import (
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// justifyDimension says why a dimension leans as it does: which side and by how much;
// every argument that counts, with the owner's answers and wishes behind it; what
// moderated them; why the other side weighs less; what would turn the dimension; what
// studies found; and what is not known.
func justifyDimension(w *wording, d *engine.DimensionResult) []sentence {
	out := []sentence{describeBalance(w, d)}
	if d.Importance > 0 {
		lead := leadingSide(d)
		out = append(out, describeArguments(w, listSide(d, lead), w.JustifyBecause, w.JustifyAlso)...)
		against := describeArguments(w, listSide(d, otherSide(lead)), w.JustifyAgainst, w.JustifyAlsoAgainst)
		if len(against) == 0 {
			against = []sentence{{w.JustifyNothingAgainst(), []string{nameIdleArguments(w, listPriorityArguments(w, d, otherSide(lead)))}}}
		}
		out = append(out, against...)
	}
	out = append(out, describeModerators(w, d)...)
	if d.Importance > 0 {
		if s, ok := describeWhyLess(w, d); ok {
			out = append(out, s)
		}
		if s, ok := describeDimensionTurns(w, d); ok {
			out = append(out, s)
		}
	}
	if s, ok := describeUnknownFacts(w, d); ok {
		out = append(out, s)
	}
	return append(out, describeEvidence(w, d))
}

// describeBalance is the first sentence: which side is favoured and by how much, or why
// the dimension does not count.
func describeBalance(w *wording, d *engine.DimensionResult) sentence {
	var by []string
	if d.Importance > 0 {
		for i := range d.Arguments {
			by = append(by, d.Arguments[i].ID)
		}
		side, share := w.nameStance(leadingSide(d)), strconv.Itoa(w.dimensionShare[d.ID])
		lead, other := weighSides(d)
		switch size := math.Abs(d.Lean.Nominal); {
		case size < slightFrom:
			return sentence{w.JustifyLevel(lead, other, share), by}
		case size < clearFrom:
			return sentence{w.JustifySlightly(side, lead, other, share), by}
		case size < strongFrom:
			return sentence{w.JustifyClearly(side, lead, other, share), by}
		}
		return sentence{w.JustifyStrongly(side, lead, other, share), by}
	}
	idle := nameIdleArguments(w, append(listPriorityArguments(w, d, rules.Open), listPriorityArguments(w, d, rules.Closed)...))
	text := w.BalanceNone()
	for _, p := range listServedPriorities(w, d) {
		by = append(by, w.namePriority(p))
		if weight, _ := w.rec.Profile.StatedWeight(p); weight > 0 {
			text = w.BalanceSilenced()
		}
	}
	return sentence{text, append(by, idle)}
}

// listServedPriorities lists the priorities that a dimension's arguments serve, in the order
// of the pack.
func listServedPriorities(w *wording, d *engine.DimensionResult) []string {
	var out []string
	def := w.pack.Dimension(d.ID)
	for i := range w.pack.Priorities {
		id := w.pack.Priorities[i].ID
		if slices.ContainsFunc(def.Arguments, func(a rules.Argument) bool { return a.Shares.Get(id) > 0 }) {
			out = append(out, id)
		}
	}
	return out
}

// nameIdleArguments names arguments that do not count.
func nameIdleArguments(w *wording, arguments []string) string {
	return w.Idle(w.List(arguments))
}

// describeArguments says each argument of one side: the claim, how much it counts, the
// wishes and answers behind it, and how sure the claim is.
func describeArguments(w *wording, list []*engine.ArgumentResult, first, also func(claim string) string) []sentence {
	out := make([]sentence, 0, len(list))
	for i, a := range list {
		say := also
		if i == 0 {
			say = first
		}
		out = append(out, sentence{say(tellArgument(w, a)), listArgumentGrounds(w, a)})
	}
	return out
}

// tellArgument says a claim with what gave it its weight.
func tellArgument(w *wording, a *engine.ArgumentResult) string {
	def := w.pack.Argument(a.ID)
	text := trimFullStop(def.Text.In(w.Lang))
	out := []string{w.JustifyPoints(text, formatPoints(a.Mass))}
	var gave []string
	for _, p := range a.Priorities {
		gave = append(gave, w.JustifyWish(briefPriority(w, p.ID), plain.Decimal(p.Weight)))
	}
	if len(gave) > 0 {
		out = append(out, w.JustifyGave(w.List(gave)))
	}
	var said []string
	for _, id := range listFactsRead(def.When) {
		if x, known := w.rec.Profile.Facts[id]; known && !slices.Contains(w.rec.Unknown, id) && !slices.Contains(w.rec.Inactive, id) {
			if _, ok := x.Known(); ok {
				said = append(said, briefAnswer(w, id, x))
			}
		}
	}
	if len(said) > 0 {
		out = append(out, w.JustifySaid(w.joinPhrases(said)))
	}
	return w.Sentences(append(out, sayConfidence(w, def), w.Credits(w.joinPhrases(w.listCredits(def)))))
}

// formatPoints gives a mass as points of 100, with a decimal where a whole number would
// be 0.
func formatPoints(mass float64) string {
	if mass < 0.005 {
		return plain.Fixed(100*mass, 1)
	}
	return plain.Hundredths(mass)
}

// sayConfidence says how far a claim is to be trusted; of what a fact calls up, why it
// counts as it does, since its strength grades no evidence.
func sayConfidence(w *wording, a *rules.Argument) string {
	if a.Shares == nil {
		return w.Counts(a.StrengthBecause.In(w.Lang))
	}
	return w.Stands(a.StrengthBecause.In(w.Lang))
}

// describeWhyLess says why the side that a dimension does not lean to weighs less.
func describeWhyLess(w *wording, d *engine.DimensionResult) (sentence, bool) {
	lead, other := listSide(d, leadingSide(d)), listSide(d, otherSide(leadingSide(d)))
	if len(lead) == 0 || len(other) == 0 || math.Abs(d.Lean.Nominal) < slightFrom {
		return sentence{}, false
	}
	lessens := func(m engine.FiredModerator) bool { return m.Factor < 1 }
	if slices.ContainsFunc(other, func(a *engine.ArgumentResult) bool { return slices.ContainsFunc(a.Moderators, lessens) }) {
		return sentence{}, false // told already
	}
	by := []string{lead[0].ID, other[0].ID}
	facts := 0.0
	for _, a := range lead {
		if len(a.Priorities) == 0 {
			facts += a.Mass
		}
	}
	l, o := findStrongestWish(lead[0]), findStrongestWish(other[0])
	switch {
	case facts > sumMass(other):
		return sentence{w.LessBySituation(formatPoints(facts)), by}, true
	case l != nil && o != nil && l.Weight > o.Weight:
		return sentence{w.LessByWish(briefPriority(w, l.ID), plain.Decimal(l.Weight), briefPriority(w, o.ID), plain.Decimal(o.Weight)), by}, true
	case l != nil && o != nil && w.pack.Argument(lead[0].ID).Strength > w.pack.Argument(other[0].ID).Strength:
		return sentence{w.LessByEvidence(), by}, true
	}
	return sentence{w.LessByNumber(formatPoints(sumMass(other)), formatPoints(sumMass(lead))), by}, true
}

// describeDimensionTurns says which answers and which weight would turn the dimension.
func describeDimensionTurns(w *wording, d *engine.DimensionResult) (sentence, bool) {
	if w.rec.Sensitivity == nil || math.Abs(d.Lean.Nominal) < slightFrom {
		return sentence{}, false
	}
	var list, by []string
	for i := range w.rec.Sensitivity.DimensionTurns {
		x := &w.rec.Sensitivity.DimensionTurns[i]
		switch {
		case x.Dimension != d.ID:
			continue
		case x.Set != nil:
			list, by = append(list, w.JustifyTurnFact(briefAnswer(w, x.Set.Fact, x.Set.Answer))), append(by, x.Set.Fact)
		default:
			say := w.JustifyTurnUp
			if stated, _ := w.rec.Profile.StatedWeight(x.Priority); x.Weight < stated {
				say = w.JustifyTurnDown
			}
			list, by = append(list, say(briefPriority(w, x.Priority), plain.Decimal(x.Weight))), append(by, x.Priority)
		}
	}
	if len(list) == 0 {
		return sentence{w.JustifyNoTurn(), []string{d.Arguments[0].ID}}, true
	}
	return sentence{w.JustifyTurn(w.Or(list)), append(by, d.Arguments[0].ID)}, true
}

// listPriorityArguments lists the priority-driven arguments of one side of a dimension.
func listPriorityArguments(w *wording, d *engine.DimensionResult, pull rules.Stance) []string {
	var ids []string
	def := w.pack.Dimension(d.ID)
	for i := range def.Arguments {
		if a := &def.Arguments[i]; a.Shares != nil && a.Pull == pull {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// describeModerators says which claims of the dimension a moderator scales and why. Claims
// that nothing calls up are none that a reader could miss.
func describeModerators(w *wording, d *engine.DimensionResult) []sentence {
	var out []sentence
	for _, m := range d.Moderators {
		def := w.pack.Moderator(m.ID)
		var claims, by []string
		for _, a := range w.pack.Dimension(d.ID).Arguments {
			if slices.Contains(def.On, a.ID) && isCalledUp(w, d, &a) {
				claims, by = append(claims, briefArgument(w, a.ID)), append(by, a.ID)
			}
		}
		if len(claims) == 0 {
			continue
		}
		say := w.ModeratedDown
		switch {
		case m.Factor > 1:
			say = w.ModeratedUp
		case m.Factor == 0:
			say = w.ModeratedOut
		}
		by = append(append([]string{m.ID}, by...), w.describeAnswers(listFactsRead(def.When))...)
		out = append(out, sentence{say(w.joinPhrases(claims), briefModerator(w, m.ID)), append(by, w.citeSources(def.Source))})
	}
	return out
}

// isCalledUp reports whether an argument counts, or would but for its moderators: the owner
// wants what it serves.
func isCalledUp(w *wording, d *engine.DimensionResult, a *rules.Argument) bool {
	if slices.ContainsFunc(d.Arguments, func(x engine.ArgumentResult) bool { return x.ID == a.ID }) {
		return true
	}
	for id, share := range a.Shares.All() {
		if weight, _ := w.rec.Profile.StatedWeight(id); weight > 0 && share > 0 {
			return true
		}
	}
	return false
}

// describeUnknownFacts names the facts not known that rules on this dimension read.
func describeUnknownFacts(w *wording, d *engine.DimensionResult) (sentence, bool) {
	var facts, by, rest []string
	def := w.pack.Dimension(d.ID)
	own := map[string]bool{}
	read := func(id string, c *rules.Condition) {
		n := len(facts)
		for _, f := range c.Facts(nil) {
			if slices.Contains(w.rec.Unknown, f) && !slices.Contains(facts, f) {
				facts = append(facts, f)
			}
		}
		if len(facts) > n {
			rest = append(rest, id)
		}
	}
	for i := range def.Arguments {
		own[def.Arguments[i].ID] = true
		read(def.Arguments[i].ID, def.Arguments[i].When)
	}
	for i := range w.pack.Dimensions {
		for j := range w.pack.Dimensions[i].Moderators {
			m := &w.pack.Dimensions[i].Moderators[j]
			if slices.ContainsFunc(m.On, func(id string) bool { return own[id] }) {
				read(m.ID, m.When)
			}
		}
	}
	if len(facts) == 0 {
		return sentence{}, false
	}
	slices.Sort(facts)
	by = append(by, facts...)
	return sentence{w.Undecided(w.joinNames(facts, w.nameFact)), append(by, w.ReadBy(w.List(rest)))}, true
}

// describeEvidence says what evidence there is for the claims of the dimension.
func describeEvidence(w *wording, d *engine.DimensionResult) sentence {
	e := &w.pack.Dimension(d.ID).Evidence
	return sentence{phraseEvidence(w, e), []string{w.citeSources(e.Source)}}
}

func phraseEvidence(w *wording, e *rules.Evidence) string {
	text := e.Text.In(w.Lang)
	switch e.Verdict {
	case rules.SupportedByEvidence:
		return w.EvidenceSupported(text)
	case rules.MixedEvidence:
		return w.EvidenceMixed(text)
	case rules.WeakEvidence:
		return w.EvidenceWeak(text)
	}
	return w.EvidenceContradicted(text)
}
