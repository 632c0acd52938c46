package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// The ids of warnings, and what each is about.
const (
	warnRules       = "rules_changed"    // the profile names other rules
	warnOnePriority = "one_priority"     // a single weight has no effect
	warnFactsAlone  = "facts_alone"      // no weight has an effect
	warnVetoOpen    = "veto_open"        // the advice may be ruled out yet
	warnPrecaution  = "precaution"       // what is not known counts as true
	warnMixed       = "mixed_not_judged" // no mixed option can be judged yet
	warnInactive    = "inactive"         // answers that do not apply
)

// WarningIDs lists the ids that a [Warning] can have, in the order in which
// they are written.
func WarningIDs() []string {
	return []string{warnRules, warnOnePriority, warnFactsAlone, warnVetoOpen, warnPrecaution, warnMixed, warnInactive}
}

// warned is the part with what to know before relying on the result.
func (w *writer) warned() []block {
	var out []string
	for _, x := range w.warnings() {
		out = append(out, x.Text)
	}
	return under(w.Say("section_warnings"), listed(alert, each(out...)))
}

// warnings lists what a reader should know before relying on the result.
func (w *writer) warnings() []Warning {
	out := []Warning{}
	add := func(id, text string) { out = append(out, Warning{id, text}) }
	if p := w.r.Profile.Rules; p != "" && !decidedWith(p, w.r.Pack) {
		add(warnRules, w.Say("warn_rules", "old", p, "new", w.r.Pack.Name+"@"+w.r.Pack.Version))
	}
	weighed := w.weighed()
	switch {
	case w.r.Option == "":
	case len(weighed) == 1:
		add(warnOnePriority, w.Say("warn_one_priority", "priority", w.priority(weighed[0])))
	case w.r.SituationShare == 1:
		add(warnFactsAlone, w.Say("warn_facts_alone"))
	}
	if o, ok := w.results[w.r.Option]; ok {
		for i := range o.BlockedBy {
			v := &o.BlockedBy[i]
			add(warnVetoOpen, w.Say("warn_veto_open", "option", w.option(w.r.Option), "text", trimmed(v.Rule.Text.In(w.Lang)), "id", v.Rule.ID, "facts", w.withIDs(w.unknownOf(v.Facts), w.fact)))
		}
	}
	for _, b := range w.blockers(false) {
		if b.Precaution {
			add(warnPrecaution, w.Say("warn_precaution", "text", trimmed(b.Rule.Text.In(w.Lang)), "id", b.Rule.ID, "facts", w.withIDs(w.unknownOf(b.Facts), w.fact)))
		}
	}
	if option, facts := w.unjudged(); option != "" {
		add(warnMixed, w.Count("warn_mixed", len(facts), "option", w.option(option), "facts", w.withIDs(facts, w.fact)))
	}
	if n := len(w.r.Inactive); n > 0 {
		add(warnInactive, w.Count("warn_inactive", n))
	}
	return out
}

// decidedWith reports whether a profile's "name@version" means the pack; the
// version may be shortened, as in "core@1.2" for 1.2.3.
func decidedWith(p string, pack *rules.Pack) bool {
	name, version, _ := strings.Cut(p, "@")
	return name == pack.Name && strings.HasPrefix(pack.Version+".", version+".")
}

// weighed lists the priorities with a weight above 0.
func (w *writer) weighed() []string {
	var out []string
	for i := range w.r.Priorities {
		if p := &w.r.Priorities[i]; p.Weight > 0 {
			out = append(out, p.ID)
		}
	}
	return out
}

// unjudged gives the mixed option that waits for the fewest answers, with
// these, if no mixed option can be had yet and one may.
func (w *writer) unjudged() (option string, facts []string) {
	for i := range w.r.Options {
		o := &w.r.Options[i]
		if w.r.Pack.Option(o.ID).Stance != rules.Mixed {
			continue
		}
		if o.Available {
			return "", nil
		}
		if open := w.unknownOf(o.AvailableIf); o.Possible == rules.Unknown && len(open) > 0 && (option == "" || len(open) < len(facts)) {
			option, facts = o.ID, open
		}
	}
	return option, facts
}

// stated is the part with what the profile says.
func (w *writer) stated() []block {
	var out [][]string
	for i := range w.r.Priorities {
		p := &w.r.Priorities[i]
		out = append(out, w.noted(p.ID, w.Say("stated_priority", "name", w.priority(p.ID), "id", p.ID,
			"weight", formatWeight(p.Weight), "side", w.stance(p.Pull), "share", points(p.Share))))
	}
	for i := range w.r.Pack.Facts {
		f := &w.r.Pack.Facts[i]
		if a, ok := w.r.Profile.Facts[f.ID]; ok {
			out = append(out, w.noted(f.ID, w.Say("stated_fact", "name", w.fact(f.ID), "id", f.ID, "answer", w.answer(f.ID, a))))
		}
	}
	for i := range w.r.Profile.Limits {
		l := &w.r.Profile.Limits[i]
		out = append(out, []string{w.Say("stated_limit", "options", w.optionNames(l.Exclude), "text", l.Because)})
	}
	return under(w.Say("section_stated"), listed(item, out))
}

// noted adds to an answer what stands beside it in the profile.
func (w *writer) noted(id, text string) []string {
	n := w.r.Profile.Notes[id]
	var by []string
	for _, x := range [][2]string{{"note_text", n.Text}, {"note_by", n.By}, {"note_layer", n.Layer}} {
		if x[1] != "" {
			by = append(by, w.Say(x[0], "text", x[1]))
		}
	}
	switch n.Sure {
	case "low", "medium", "high":
		by = append(by, w.Say("sure_"+n.Sure))
	}
	if len(by) == 0 {
		return []string{text}
	}
	return []string{text, w.Say("note", "text", w.series(by))}
}

// open is the part with what is not stated, not known or not counted.
func (w *writer) open() []block {
	var out []string
	if len(w.r.NotStated) > 0 {
		out = append(out, w.Say("not_stated", "priorities", w.withIDs(w.r.NotStated, w.priority)))
	}
	if len(w.r.Unknown) > 0 {
		out = append(out, w.Say("not_known", "facts", w.withIDs(w.r.Unknown, w.fact)))
	}
	for i := range w.r.Inactive {
		out = append(out, w.inactiveText(&w.r.Inactive[i]))
	}
	return under(w.Say("section_open"), listed(item, each(out...)))
}

// inactiveText says why an answer does not count.
func (w *writer) inactiveText(i *engine.Inactive) string {
	by := w.series(w.answersTo(readBy(i.Guard)))
	return w.Say("inactive", "name", w.fact(i.ID), "id", i.ID, "answer", trimmed(w.answer(i.ID, w.r.Profile.Facts[i.ID])), "by", by)
}

// works is the part with the sources of all that the page says.
func (w *writer) works() []block {
	used := map[string]bool{}
	use := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	basis := w.r.Stance != engine.NoBasis
	for i := range w.r.Dimensions {
		if basis {
			w.citedBy(&w.r.Dimensions[i], use)
		}
	}
	shown := w.blockers(false)
	if basis {
		shown = append(shown, w.blockers(true)...)
	}
	for _, b := range shown {
		if b.Rule != nil {
			use(b.Rule.Source)
		}
	}
	for _, v := range w.dutiesShown() {
		use(v.Rule.Source)
	}
	w.advisedBy(use)
	out := []block{}
	for _, id := range slices.Sorted(maps.Keys(used)) {
		out = append(out, block{kind: item, text: w.work(w.r.Pack.Source(id))})
	}
	return under(w.Say("section_sources"), out)
}

// citedBy hands on the sources that the justification of a dimension names.
func (w *writer) citedBy(d *engine.DimensionResult, use func(ids []string)) {
	use(w.r.Pack.Dimension(d.ID).Evidence.Source)
	for i := range d.Arguments {
		use(d.Arguments[i].Rule.Source)
	}
	for _, m := range d.Moderators {
		use(m.Source)
	}
}

// work describes one source.
func (w *writer) work(s *rules.Source) []string {
	title, authors := s.Work(w.Lang)
	parts := []string{title, authors}
	if s.Year != nil {
		parts = append(parts, strconv.Itoa(*s.Year))
	}
	if s.Identifier != nil {
		parts = append(parts, *s.Identifier)
	}
	id := "work_found"
	if s.Mark == fromMemory {
		id = "work_memory"
	}
	return []string{w.Say(id, "id", s.ID, "work", strings.Join(parts, ", ")), s.Says.In(w.Lang)}
}

// method says which rules and which profile the result is of.
func (w *writer) method() []block {
	p := w.r.Pack
	out := []string{w.Say("method", "name", p.Name, "version", p.Version, "digest", short(p.Digest), "profile", short(w.r.Profile.Digest()))}
	if w.r.Option != "" {
		out = append(out, w.Say("method_share", "n", points(w.r.SituationShare)))
	}
	if w.version != "" {
		out = append(out, w.Say("method_program", "version", w.version))
	}
	return under(w.Say("section_method"), listed(para, [][]string{append(out, w.Say("no_advice"))}))
}

// short cuts a digest to what people compare by eye.
func short(digest string) string {
	const enough = len("sha256:") + 12
	return digest[:min(enough, len(digest))]
}
