package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// justifyDimension says why a dimension leans as it does: the balance, every
// argument that counts (the strongest of each side first), what moderated
// them, what is still open, and what studies say about the claims.
func justifyDimension(w *wording, d *engine.DimensionResult) []sentence {
	out := []sentence{describeBalance(w, d)}
	if d.Importance > 0 {
		for _, pull := range orderSides(d) {
			out = append(out, describeArguments(w, d, pull)...)
		}
	}
	for _, m := range d.Moderators {
		out = append(out, describeModerator(w, d, w.pack.Moderator(m.ID)))
	}
	if s, ok := describeUnknownFacts(w, d); ok {
		out = append(out, s)
	}
	return append(out, describeEvidence(w, d))
}

// describeBalance is the first sentence: which way the dimension leans, or why it does
// not count.
func describeBalance(w *wording, d *engine.DimensionResult) sentence {
	var by []string
	if d.Importance > 0 {
		for i := range d.Arguments {
			by = append(by, d.Arguments[i].ID)
		}
		return sentence{w.describeLeanAndWeight(d), by}
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
		if slices.ContainsFunc(def.Arguments, func(a rules.Argument) bool { return a.Shares[id] > 0 }) {
			out = append(out, id)
		}
	}
	return out
}

// nameIdleArguments names arguments that do not count.
func nameIdleArguments(w *wording, arguments []string) string {
	return w.Idle(w.List(arguments))
}

func orderSides(d *engine.DimensionResult) []rules.Stance {
	if d.Contribution < 0 {
		return []rules.Stance{rules.Closed, rules.Open}
	}
	return []rules.Stance{rules.Open, rules.Closed}
}

// describeArguments names each argument of one side, the heaviest first.
func describeArguments(w *wording, d *engine.DimensionResult, pull rules.Stance) []sentence {
	strongest, also, nothing := w.StrongestOpen, w.AlsoOpen, w.NothingOpen
	if pull == rules.Closed {
		strongest, also, nothing = w.StrongestClosed, w.AlsoClosed, w.NothingClosed
	}
	var out []sentence
	for i := range d.Arguments {
		a := &d.Arguments[i]
		if a.Pull != pull {
			continue
		}
		first, say := len(out) == 0, also
		if first {
			say = strongest
		}
		out = append(out, sentence{w.addCaveat(say(w.pack.Argument(a.ID).Text.In(w.Lang)), a.ID), listArgumentGrounds(w, a)})
	}
	if len(out) == 0 {
		return []sentence{{nothing(), []string{nameIdleArguments(w, listPriorityArguments(w, d, pull))}}}
	}
	return out
}

// addCaveat puts behind a claim how far it stands up, and behind what a fact
// calls up why it counts as it does: there the strength grades no evidence.
func (w *wording) addCaveat(claim, argument string) string {
	a, say := w.pack.Argument(argument), w.Stands
	if a.Shares == nil {
		say = w.Counts
	}
	return w.Sentences([]string{claim, say(a.StrengthBecause.In(w.Lang))})
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

// describeModerator says what a moderator did to arguments of the dimension.
func describeModerator(w *wording, d *engine.DimensionResult, m *rules.Moderator) sentence {
	say := w.ModeratedDown
	switch {
	case m.Factor > 1:
		say = w.ModeratedUp
	case m.Factor == 0:
		say = w.ModeratedOut
	}
	by := []string{m.ID}
	def := w.pack.Dimension(d.ID)
	var on []string
	for i := range def.Arguments {
		if a := def.Arguments[i].ID; slices.Contains(m.On, a) {
			on = append(on, a)
		}
	}
	by = append(by, w.ActsOn(w.List(on)))
	by = append(by, w.describeAnswers(listFactsRead(m.When))...)
	return sentence{say(m.Text.In(w.Lang)), append(by, w.citeSources(m.Source))}
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
