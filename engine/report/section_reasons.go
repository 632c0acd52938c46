package report

import (
	"math"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// sentence is a statement with what it rests on: ids of rules, weights,
// answers and sources, in words and in brackets behind it.
type sentence struct {
	text    string
	grounds []string
}

func (w *resultWriter) formatSentence(s sentence) string {
	if len(s.grounds) == 0 {
		return s.text
	}
	return w.Backed(trimFullStop(s.text), w.joinPhrases(s.grounds))
}

func (w *resultWriter) formatSentences(list []sentence) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.formatSentence(s)
	}
	return w.Sentences(out)
}

// joinPhrases lists phrases that may hold commas of their own.
func (w *resultWriter) joinPhrases(list []string) string { return strings.Join(list, w.Semicolon()) }

// trimFullStop takes the full stop from a sentence, to go on after it.
func trimFullStop(s string) string { return strings.TrimRight(s, ".。") }

// justifyDimension says why a dimension leans as it does: the balance, every
// argument that counts (the strongest of each side first), what moderated
// them, what is still open, and what studies say about the claims.
func (w *resultWriter) justifyDimension(d *engine.DimensionResult) []sentence {
	out := []sentence{w.describeBalance(d)}
	if d.Importance > 0 {
		for _, pull := range w.orderSides(d) {
			out = append(out, w.describeArguments(d, pull)...)
		}
	}
	for _, m := range d.Moderators {
		out = append(out, w.describeModerator(d, w.pack.Moderator(m.ID)))
	}
	if s, ok := w.describeUnknownFacts(d); ok {
		out = append(out, s)
	}
	return append(out, w.describeEvidence(d))
}

// describeBalance is the first sentence: which way the dimension leans, or why it does
// not count.
func (w *resultWriter) describeBalance(d *engine.DimensionResult) sentence {
	var by []string
	if d.Importance > 0 {
		for i := range d.Arguments {
			by = append(by, d.Arguments[i].ID)
		}
		return sentence{w.describeLeanAndWeight(d), by}
	}
	idle := w.nameIdleArguments(append(w.listPriorityArguments(d, rules.Open), w.listPriorityArguments(d, rules.Closed)...))
	text := w.BalanceNone()
	for _, p := range w.listServedPriorities(d) {
		by = append(by, w.namePriority(p))
		if w.rec.Profile.Weights[p] > 0 {
			text = w.BalanceSilenced()
		}
	}
	return sentence{text, append(by, idle)}
}

// describeLeanAndWeight says which way a dimension leans and how much it weighs.
func (w *resultWriter) describeLeanAndWeight(d *engine.DimensionResult) string {
	weight := w.describeWeight(d.Importance, w.dimensionShare[d.ID])
	switch {
	case d.Importance <= 0:
		return w.LeaningNone()
	case math.Abs(d.Lean.Nominal) < slightFrom:
		return w.LeaningBalanced(weight)
	}
	return w.Leaning(w.describeLean(d.Lean), weight)
}

// listServedPriorities lists the priorities that a dimension's arguments serve, in the order
// of the pack.
func (w *resultWriter) listServedPriorities(d *engine.DimensionResult) []string {
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
func (w *resultWriter) nameIdleArguments(arguments []string) string {
	return w.Idle(w.List(arguments))
}

func (w *resultWriter) orderSides(d *engine.DimensionResult) []rules.Stance {
	if d.Contribution < 0 {
		return []rules.Stance{rules.Closed, rules.Open}
	}
	return []rules.Stance{rules.Open, rules.Closed}
}

// describeArguments names each argument of one side, the heaviest first.
func (w *resultWriter) describeArguments(d *engine.DimensionResult, pull rules.Stance) []sentence {
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
		out = append(out, sentence{say(w.pack.Argument(a.ID).Text.In(w.Lang)), w.listArgumentGrounds(a)})
		if v := w.pack.Dimension(d.ID).Evidence.Verdict; first && (v == rules.WeakEvidence || v == rules.ContradictedByEvidence) {
			out = append(out, sentence{w.Stands(w.pack.Argument(a.ID).StrengthBecause.In(w.Lang)), []string{a.ID, w.citeSources(w.pack.Argument(a.ID).Source)}})
		}
	}
	if len(out) == 0 {
		return []sentence{{nothing(), []string{w.nameIdleArguments(w.listPriorityArguments(d, pull))}}}
	}
	return out
}

// listPriorityArguments lists the priority-driven arguments of one side of a dimension.
func (w *resultWriter) listPriorityArguments(d *engine.DimensionResult, pull rules.Stance) []string {
	var ids []string
	def := w.pack.Dimension(d.ID)
	for i := range def.Arguments {
		if a := &def.Arguments[i]; a.Shares != nil && a.Pull == pull {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// listArgumentGrounds says what gave an argument its mass.
func (w *resultWriter) listArgumentGrounds(a *engine.ArgumentResult) []string {
	by := []string{a.ID}
	for _, p := range a.Priorities {
		by = append(by, w.PriorityWeight(w.namePriority(p.ID), plain.Decimal(p.Weight)))
	}
	by = append(by, w.describeAnswers(listFactsRead(w.pack.Argument(a.ID).When))...)
	return append(by, w.citeSources(w.pack.Argument(a.ID).Source))
}

// describeAnswers says what the profile answers to facts, leaving out what it does
// not know.
func (w *resultWriter) describeAnswers(facts []string) []string {
	var out []string
	for _, id := range facts {
		if !slices.Contains(w.rec.Unknown, id) {
			out = append(out, w.FactAnswer(id, w.describeCountedAnswer(id)))
		}
	}
	return out
}

// describeModerator says what a moderator did to arguments of the dimension.
func (w *resultWriter) describeModerator(d *engine.DimensionResult, m *rules.Moderator) sentence {
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
func (w *resultWriter) describeUnknownFacts(d *engine.DimensionResult) (sentence, bool) {
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
func (w *resultWriter) describeEvidence(d *engine.DimensionResult) sentence {
	e := &w.pack.Dimension(d.ID).Evidence
	return sentence{w.phraseEvidence(e), []string{w.citeSources(e.Source)}}
}

func (w *resultWriter) phraseEvidence(e *rules.Evidence) string {
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

// composeReasonsSection is the part that justifies every dimension.
func (w *resultWriter) composeReasonsSection() []page.Block {
	var out []page.Block
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		list := w.justifyDimension(d)
		head := w.pack.Dimension(d.ID).Title.In(w.Lang)
		if d.Importance > 0 {
			head = w.Topic(head, trimFullStop(list[0].text))
			list = list[1:]
		}
		out = append(out, page.MakeBlock(page.Topic, head))
		for _, s := range list {
			out = append(out, page.MakeBlock(page.Item, w.formatSentence(s)))
		}
	}
	return page.MakeSection(w.SectionReasons(), out)
}

// composeLeansSection is the table of all dimensions, drawn and in words.
func (w *resultWriter) composeLeansSection() []page.Block {
	t := &page.Table{
		Head:      []string{w.HeadDimension(), w.HeadBar(), w.HeadLean(), w.HeadWeight()},
		BarColumn: 1, BarKey: w.LeansKey(),
	}
	widest, turning := 0.0, false
	for i := range w.rec.Dimensions {
		widest = max(widest, w.rec.Dimensions[i].Importance)
	}
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		name, lean, weight := w.pack.Dimension(d.ID).Title.In(w.Lang), w.describeLean(d.Lean), w.describeWeight(d.Importance, w.dimensionShare[d.ID])
		spoken := []string{w.Topic(name, w.describeLeanAndWeight(d))}
		if mayChangeSide(d.Lean) {
			turning = true
			lean += " *"
			spoken = append(spoken, w.MayTurn())
		}
		t.AddRow([]string{name, drawLeanBar(d, widest), lean, weight}, spoken...)
	}
	out := []page.Block{page.MakeGrid(t)}
	legend := []string{w.LeansLegend()}
	if turning {
		legend = append(legend, w.TurnLegend())
	}
	return page.MakeSection(w.SectionLeans(), append(out, page.MakeBlock(page.Paragraph, legend...)))
}

// barHalfWidth is the number of characters on each side of a bar's middle.
const barHalfWidth = 7

// drawLeanBar draws the pull of a dimension from the middle to the left (closed) or to
// the right (open). A full side is the weightiest dimension leaning all one
// way, so that bars compare with one another. A dimension without a lean is a
// "?". Only ASCII, since its width is the same in every terminal.
func drawLeanBar(d *engine.DimensionResult, widest float64) string {
	left, mid, right := strings.Repeat(" ", barHalfWidth), "|", strings.Repeat(" ", barHalfWidth)
	if !d.Lean.Exists() {
		return left + "?" + right
	}
	n := min(barHalfWidth, int(float64(math.Abs(d.Contribution)/widest*barHalfWidth)+0.5))
	if math.Abs(d.Lean.Nominal) >= slightFrom {
		n = max(n, 1)
	}
	if d.Contribution < 0 {
		return left[n:] + strings.Repeat("#", n) + mid + right
	}
	return left + mid + strings.Repeat("#", n) + right[n:]
}

// shares of all weight, as whole numbers of 100 by dimension.
func roundDimensionShares(r *engine.Recommendation) map[string]int {
	parts := make([]float64, len(r.Dimensions))
	for i := range r.Dimensions {
		parts[i] = r.Dimensions[i].Importance
	}
	out := make(map[string]int, len(parts))
	for i, n := range roundToHundredths(parts) {
		out[r.Dimensions[i].ID] = n
	}
	return out
}
