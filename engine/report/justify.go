package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// sentence is a statement with what it rests on: ids of rules, weights,
// answers and sources, in words and in brackets behind it.
type sentence struct {
	text string
	by   []string
}

func (w *writer) sentence(s sentence) string {
	if len(s.by) == 0 {
		return s.text
	}
	return w.Say("backed", "text", trimmed(s.text), "by", w.series(s.by))
}

func (w *writer) sentences(list []sentence) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.sentence(s)
	}
	return w.Sentences(out)
}

// series lists phrases that may hold commas of their own.
func (w *writer) series(list []string) string { return strings.Join(list, w.Say("semicolon")) }

// trimmed takes the full stop from a sentence, to go on after it.
func trimmed(s string) string { return strings.TrimRight(s, ".。") }

// justification says why a dimension leans as it does: the balance, every
// argument that counts (the strongest of each side first), what moderated
// them, what is still open, and what studies say about the claims.
func (w *writer) justification(d *engine.DimensionResult) []sentence {
	out := []sentence{w.balance(d)}
	if d.Importance > 0 {
		for _, pull := range w.heavierFirst(d) {
			out = append(out, w.arguments(d, pull)...)
		}
	}
	for _, m := range d.Moderators {
		out = append(out, w.moderated(d, m))
	}
	if s, ok := w.undecided(d); ok {
		out = append(out, s)
	}
	return append(out, w.studies(d))
}

// balance is the first sentence: which way the dimension leans, or why it does
// not count.
func (w *writer) balance(d *engine.DimensionResult) sentence {
	var by []string
	if d.Importance > 0 {
		for i := range d.Arguments {
			by = append(by, d.Arguments[i].Rule.ID)
		}
		return sentence{w.standpoint(d), by}
	}
	idle := w.idle(append(w.cells(d, rules.Open), w.cells(d, rules.Closed)...))
	id := "balance_none"
	for _, p := range w.served(d) {
		by = append(by, w.priority(p))
		if w.r.Profile.Weights[p] > 0 {
			id = "balance_silenced"
		}
	}
	return sentence{w.Say(id), append(by, idle)}
}

// standpoint says which way a dimension leans and how much it weighs.
func (w *writer) standpoint(d *engine.DimensionResult) string {
	id := "leaning"
	switch {
	case d.Importance <= 0:
		return w.Say("leaning_none")
	case abs(d.Lean.Nominal) < slightFrom:
		id = "leaning_balanced"
	}
	return w.Say(id, "lean", w.lean(d.Lean), "weight", w.weight(d.Importance, w.share[d.ID]))
}

// served lists the priorities that a dimension's arguments serve, in the order
// of the pack.
func (w *writer) served(d *engine.DimensionResult) []string {
	var out []string
	def := w.r.Pack.Dimension(d.ID)
	for i := range w.r.Pack.Priorities {
		id := w.r.Pack.Priorities[i].ID
		if slices.ContainsFunc(def.Arguments, func(a rules.Argument) bool { return a.Shares[id] > 0 }) {
			out = append(out, id)
		}
	}
	return out
}

// idle names arguments that do not count.
func (w *writer) idle(arguments []string) string {
	return w.Say("idle", "arguments", w.List(arguments))
}

func (w *writer) heavierFirst(d *engine.DimensionResult) []rules.Stance {
	if d.Contribution < 0 {
		return []rules.Stance{rules.Closed, rules.Open}
	}
	return []rules.Stance{rules.Open, rules.Closed}
}

// arguments names each argument of one side, the heaviest first.
func (w *writer) arguments(d *engine.DimensionResult, pull rules.Stance) []sentence {
	var out []sentence
	for i := range d.Arguments {
		a := &d.Arguments[i]
		if a.Rule.Pull != pull {
			continue
		}
		id := "also_"
		if len(out) == 0 {
			id = "strongest_"
		}
		out = append(out, sentence{w.Say(id+string(pull), "claim", a.Rule.Text.In(w.Lang)), w.backing(a)})
		if v := w.r.Pack.Dimension(d.ID).Evidence.Verdict; id != "also_" && (v == "weak" || v == "contradicted") {
			out = append(out, sentence{w.Say("stands", "text", a.Rule.StrengthBecause.In(w.Lang)), []string{a.Rule.ID, w.cited(a.Rule.Source)}})
		}
	}
	if len(out) == 0 {
		return []sentence{{w.Say("nothing_" + string(pull)), []string{w.idle(w.cells(d, pull))}}}
	}
	return out
}

// cells lists the priority-driven arguments of one side of a dimension.
func (w *writer) cells(d *engine.DimensionResult, pull rules.Stance) []string {
	var ids []string
	def := w.r.Pack.Dimension(d.ID)
	for i := range def.Arguments {
		if a := &def.Arguments[i]; a.Shares != nil && a.Pull == pull {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// backing says what gave an argument its mass.
func (w *writer) backing(a *engine.ArgumentResult) []string {
	by := []string{a.Rule.ID}
	for _, p := range a.Priorities {
		by = append(by, w.Say("priority_weight", "name", w.priority(p.ID), "weight", formatWeight(p.Weight)))
	}
	by = append(by, w.answersTo(readBy(a.Rule.When))...)
	return append(by, w.cited(a.Rule.Source))
}

// answersTo says what the profile answers to facts, leaving out what it does
// not know.
func (w *writer) answersTo(facts []string) []string {
	var out []string
	for _, id := range facts {
		if !slices.Contains(w.r.Unknown, id) {
			out = append(out, w.Say("fact_answer", "id", id, "answer", w.counted(id)))
		}
	}
	return out
}

// moderated says what a moderator did to arguments of the dimension.
func (w *writer) moderated(d *engine.DimensionResult, m *rules.Moderator) sentence {
	id := "moderated_down"
	switch {
	case m.Factor > 1:
		id = "moderated_up"
	case m.Factor == 0:
		id = "moderated_out"
	}
	by := []string{m.ID}
	def := w.r.Pack.Dimension(d.ID)
	var on []string
	for i := range def.Arguments {
		if a := def.Arguments[i].ID; slices.Contains(m.On, a) {
			on = append(on, a)
		}
	}
	by = append(by, w.Say("acts_on", "arguments", w.List(on)))
	by = append(by, w.answersTo(readBy(m.When))...)
	return sentence{w.Say(id, "text", m.Text.In(w.Lang)), append(by, w.cited(m.Source))}
}

// undecided names the facts not known that rules on this dimension read.
func (w *writer) undecided(d *engine.DimensionResult) (sentence, bool) {
	var facts, by, rest []string
	def := w.r.Pack.Dimension(d.ID)
	own := map[string]bool{}
	read := func(id string, c *rules.Condition) {
		n := len(facts)
		for _, f := range c.Facts(nil) {
			if slices.Contains(w.r.Unknown, f) && !slices.Contains(facts, f) {
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
	for i := range w.r.Pack.Dimensions {
		for j := range w.r.Pack.Dimensions[i].Moderators {
			m := &w.r.Pack.Dimensions[i].Moderators[j]
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
	return sentence{w.Say("undecided", "facts", w.names(facts, w.fact)), append(by, w.Say("read_by", "rules", w.List(rest)))}, true
}

// studies says what evidence there is for the claims of the dimension.
func (w *writer) studies(d *engine.DimensionResult) sentence {
	e := &w.r.Pack.Dimension(d.ID).Evidence
	return sentence{w.Say("evidence_"+e.Verdict, "text", e.Text.In(w.Lang)), []string{w.cited(e.Source)}}
}

// reasons is the part that justifies every dimension.
func (w *writer) reasons() []block {
	var out []block
	for i := range w.r.Dimensions {
		d := &w.r.Dimensions[i]
		list := w.justification(d)
		head := w.r.Pack.Dimension(d.ID).Title.In(w.Lang)
		if d.Importance > 0 {
			head = w.Say("topic", "title", head, "text", trimmed(list[0].text))
			list = list[1:]
		}
		out = append(out, block{kind: topic, text: []string{head}})
		for _, s := range list {
			out = append(out, block{kind: item, text: []string{w.sentence(s)}})
		}
	}
	return under(w.Say("section_reasons"), out)
}

// leans is the table of all dimensions, drawn and in words.
func (w *writer) leans() []block {
	t := &table{
		head: []string{w.Say("head_dimension"), w.Say("head_bar"), w.Say("head_lean"), w.Say("head_weight")},
		bar:  1, key: w.Say("leans_key"),
	}
	widest, turning := 0.0, false
	for i := range w.r.Dimensions {
		widest = max(widest, w.r.Dimensions[i].Importance)
	}
	for i := range w.r.Dimensions {
		d := &w.r.Dimensions[i]
		name, lean, weight := w.r.Pack.Dimension(d.ID).Title.In(w.Lang), w.lean(d.Lean), w.weight(d.Importance, w.share[d.ID])
		spoken := []string{w.Say("topic", "title", name, "text", w.standpoint(d))}
		if mayTurn(d.Lean) {
			turning = true
			lean += " *"
			spoken = append(spoken, w.Say("may_turn"))
		}
		t.rows = append(t.rows, row{[]string{name, bar(d, widest), lean, weight}, spoken})
	}
	out := []block{{kind: grid, table: t}}
	legend := []string{w.Say("leans_legend")}
	if turning {
		legend = append(legend, w.Say("turn_legend"))
	}
	return under(w.Say("section_leans"), append(out, block{kind: para, text: legend}))
}

// barHalf is the number of characters on each side of a bar's middle.
const barHalf = 7

// bar draws the pull of a dimension from the middle to the left (closed) or to
// the right (open). A full side is the weightiest dimension leaning all one
// way, so that bars compare with one another. A dimension without a lean is a
// "?". Only ASCII, since its width is the same in every terminal.
func bar(d *engine.DimensionResult, widest float64) string {
	left, mid, right := strings.Repeat(" ", barHalf), "|", strings.Repeat(" ", barHalf)
	if !d.Lean.Exists() {
		return left + "?" + right
	}
	n := min(barHalf, int(abs(d.Contribution)/widest*barHalf+0.5))
	if abs(d.Lean.Nominal) >= slightFrom {
		n = max(n, 1)
	}
	if d.Contribution < 0 {
		return left[n:] + strings.Repeat("#", n) + mid + right
	}
	return left + mid + strings.Repeat("#", n) + right[n:]
}

func abs(x float64) float64 { return max(x, -x) }

// shares of all weight, as whole numbers of 100 by dimension.
func dimensionShares(r *engine.Recommendation) map[string]int {
	parts := make([]float64, len(r.Dimensions))
	for i := range r.Dimensions {
		parts[i] = r.Dimensions[i].Importance
	}
	out := make(map[string]int, len(parts))
	for i, n := range hundredths(parts) {
		out[r.Dimensions[i].ID] = n
	}
	return out
}
