package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// warned is the part with what to know before relying on the result.
func (w *writer) warned() []block {
	var out []string
	for _, x := range w.warnings() {
		out = append(out, x.Text)
	}
	return under(w.Say("section_warnings"), listed(alert, out))
}

// warnings lists what a reader should know before relying on the result.
func (w *writer) warnings() []Warning {
	out := []Warning{}
	add := func(id, text string) { out = append(out, Warning{id, text}) }
	if p := w.r.Profile.Rules; p != "" && !decidedWith(p, w.r.Pack) {
		add("rules_changed", w.Say("warn_rules", "old", p, "new", w.r.Pack.Name+"@"+w.r.Pack.Version))
	}
	weighed := w.weighed()
	switch {
	case w.r.Option == "":
	case len(weighed) == 1:
		add("one_priority", w.Say("warn_one_priority", "priority", w.priority(weighed[0])))
	case w.r.SituationShare == 1:
		add("facts_alone", w.Say("warn_facts_alone"))
	}
	if o, ok := w.results[w.r.Option]; ok {
		for i := range o.BlockedBy {
			v := &o.BlockedBy[i]
			add("veto_open", w.Say("warn_veto_open", "option", w.option(w.r.Option), "id", v.Rule.ID, "facts", w.withIDs(w.unknownOf(v.Facts), w.fact)))
		}
	}
	for _, b := range w.blockers(false) {
		if b.Precaution {
			add("precaution", w.Say("warn_precaution", "id", b.Rule.ID, "facts", w.withIDs(w.unknownOf(b.Facts), w.fact)))
		}
	}
	if facts := w.unjudged(); len(facts) > 0 {
		add("mixed_not_judged", w.Count("warn_mixed", len(facts), "facts", w.withIDs(facts, w.fact)))
	}
	if n := len(w.r.Inactive); n > 0 {
		add("inactive", w.Count("warn_inactive", n))
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

// unjudged lists the facts that mixed options wait for, if no mixed option can
// be had yet.
func (w *writer) unjudged() []string {
	need := map[string]bool{}
	for i := range w.r.Options {
		o := &w.r.Options[i]
		if w.options[o.ID].Stance != rules.Mixed {
			continue
		}
		if o.Available {
			return nil
		}
		if o.Possible == rules.Unknown {
			for _, f := range w.unknownOf(o.AvailableIf) {
				need[f] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(need))
}

// stated is the part with what the profile says.
func (w *writer) stated() []block {
	var out []string
	for i := range w.r.Priorities {
		p := &w.r.Priorities[i]
		out = append(out, w.noted(p.ID, w.Say("stated_priority", "name", w.priority(p.ID), "id", p.ID,
			"weight", plain(p.Weight), "side", w.stance(p.Pull), "share", points(p.Share))))
	}
	for i := range w.r.Pack.Facts {
		f := &w.r.Pack.Facts[i]
		if _, ok := w.r.Profile.Facts[f.ID]; ok {
			out = append(out, w.noted(f.ID, w.Say("stated_fact", "name", w.fact(f.ID), "id", f.ID, "answer", w.answer(f.ID))))
		}
	}
	for i := range w.r.Profile.Limits {
		l := &w.r.Profile.Limits[i]
		out = append(out, w.Say("stated_limit", "options", w.optionNames(l.Exclude), "text", l.Because))
	}
	return under(w.Say("section_stated"), listed(item, out))
}

// noted adds to an answer what stands beside it in the profile.
func (w *writer) noted(id, text string) string {
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
		return text
	}
	return w.Sentences([]string{text, w.Say("note", "text", strings.Join(by, w.Say("semicolon")))})
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
	return under(w.Say("section_open"), listed(item, out))
}

// inactiveText says why an answer does not count.
func (w *writer) inactiveText(i *engine.Inactive) string {
	by := strings.Join(w.answersTo(readBy(i.Guard)), w.Say("semicolon"))
	return w.Say("inactive", "name", w.fact(i.ID), "id", i.ID, "answer", trimmed(w.answer(i.ID)), "by", by)
}

// works is the part with the sources of all rules that the page names.
func (w *writer) works() []block {
	used := map[string]bool{}
	use := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for i := range w.r.Dimensions {
		d := &w.r.Dimensions[i]
		use(w.dimensions[d.ID].Evidence.Source)
		for j := range d.Arguments {
			use(d.Arguments[j].Rule.Source)
		}
		for _, m := range d.Moderators {
			use(m.Source)
		}
	}
	for _, pending := range []bool{false, true} {
		for _, b := range w.blockers(pending) {
			if b.Rule != nil {
				use(b.Rule.Source)
			}
		}
	}
	for i := range w.r.Duties {
		use(w.r.Duties[i].Rule.Source)
	}
	out := []block{}
	for _, id := range slices.Sorted(maps.Keys(used)) {
		out = append(out, block{kind: item, text: w.work(w.sources[id])})
	}
	return under(w.Say("section_sources"), out)
}

// work describes one source.
func (w *writer) work(s *rules.Source) string {
	parts := []string{s.Title, s.Authors}
	if s.Year != nil {
		parts = append(parts, count(*s.Year))
	}
	if s.Identifier != nil {
		parts = append(parts, *s.Identifier)
	}
	id := "work_found"
	if s.Mark == fromMemory {
		id = "work_memory"
	}
	return w.Say(id, "id", s.ID, "work", strings.Join(parts, ", "), "says", s.Says.In(w.Lang))
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
	return under(w.Say("section_method"), listed(para, append(out, w.Say("no_advice"))))
}

// short cuts a digest to what people compare by eye.
func short(digest string) string {
	const enough = len("sha256:") + 12
	return digest[:min(enough, len(digest))]
}
