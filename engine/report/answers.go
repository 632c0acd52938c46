package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// The ids of warnings, and what each is about.
const (
	warnRulesChanged = "rules_changed"    // the profile names other rules
	warnOnePriority  = "one_priority"     // a single weight has no effect
	warnFactsAlone   = "facts_alone"      // no weight has an effect
	warnVetoOpen     = "veto_open"        // the advice may be ruled out yet
	warnPrecaution   = "precaution"       // what is not known counts as true
	warnMixed        = "mixed_not_judged" // no mixed option can be judged yet
	warnInactive     = "inactive"         // answers that do not apply
)

// WarningIDs lists the ids that a [Warning] can have, in the order in which
// they are written.
func WarningIDs() []string {
	return []string{warnRulesChanged, warnOnePriority, warnFactsAlone, warnVetoOpen, warnPrecaution, warnMixed, warnInactive}
}

// composeWarningsSection is the part with what to know before relying on the result.
func (w *resultWriter) composeWarningsSection() []page.Block {
	var out []string
	for _, x := range w.buildWarnings() {
		out = append(out, x.Text)
	}
	return page.MakeSection(w.SectionWarnings(), page.MakeBlocks(page.Alert, page.MakeEntries(out...)))
}

// buildWarnings lists what a reader should know before relying on the result.
func (w *resultWriter) buildWarnings() []Warning {
	out := []Warning{}
	add := func(id, text string) { out = append(out, Warning{id, text}) }
	if p := w.rec.Profile.Rules; p != "" && !refersToPack(p, w.pack) {
		add(warnRulesChanged, w.WarnRules(p, w.pack.Name+"@"+w.pack.Version))
	}
	weighed := w.listWeightedPriorities()
	switch {
	case w.rec.Option == "":
	case len(weighed) == 1:
		add(warnOnePriority, w.WarnOnePriority(w.namePriority(weighed[0])))
	case w.rec.SituationShare == 1:
		add(warnFactsAlone, w.WarnFactsAlone())
	}
	if o, ok := w.results[w.rec.Option]; ok {
		for i := range o.BlockedBy {
			v := &o.BlockedBy[i]
			add(warnVetoOpen, w.WarnVetoOpen(w.nameOption(w.rec.Option), trimFullStop(w.pack.Veto(v.ID).Text.In(w.Lang)), v.ID, w.joinNamesWithIDs(w.keepUnknown(v.Facts), w.nameFact)))
		}
	}
	for _, b := range w.collectVetoes(false) {
		if b.Precaution {
			add(warnPrecaution, w.WarnPrecaution(trimFullStop(w.pack.Veto(b.ID).Text.In(w.Lang)), b.ID, w.joinNamesWithIDs(w.keepUnknown(b.Facts), w.nameFact)))
		}
	}
	if option, facts := w.findUnjudgedMixed(); option != "" {
		add(warnMixed, w.WarnMixed(len(facts), w.nameOption(option), w.joinNamesWithIDs(facts, w.nameFact)))
	}
	if n := len(w.rec.Inactive); n > 0 {
		add(warnInactive, w.WarnInactive(n))
	}
	return out
}

// refersToPack reports whether a profile's "name@version" means the pack; the
// version may be shortened, as in "core@1.2" for 1.2.3.
func refersToPack(p string, pack *rules.Pack) bool {
	name, version, _ := strings.Cut(p, "@")
	return name == pack.Name && strings.HasPrefix(pack.Version+".", version+".")
}

// listWeightedPriorities lists the priorities with a weight above 0.
func (w *resultWriter) listWeightedPriorities() []string {
	var out []string
	for i := range w.rec.Priorities {
		if p := &w.rec.Priorities[i]; p.Weight > 0 {
			out = append(out, p.ID)
		}
	}
	return out
}

// findUnjudgedMixed gives the mixed option that waits for the fewest answers, with
// these, if no mixed option can be had yet and one may.
func (w *resultWriter) findUnjudgedMixed() (option string, facts []string) {
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		if w.pack.Option(o.ID).Stance != rules.Mixed {
			continue
		}
		if o.Available {
			return "", nil
		}
		if open := w.keepUnknown(o.AvailableIf); o.Possible == rules.Unknown && len(open) > 0 && (option == "" || len(open) < len(facts)) {
			option, facts = o.ID, open
		}
	}
	return option, facts
}

// composeStatedSection is the part with what the profile says.
func (w *resultWriter) composeStatedSection() []page.Block {
	var out [][]string
	for i := range w.rec.Priorities {
		p := &w.rec.Priorities[i]
		out = append(out, w.addNotes(p.ID, w.StatedPriority(w.namePriority(p.ID), p.ID, plain.Decimal(p.Weight), w.nameStance(p.Pull), plain.Hundredths(p.Share))))
	}
	for i := range w.pack.Facts {
		f := &w.pack.Facts[i]
		if a, ok := w.rec.Profile.Facts[f.ID]; ok {
			out = append(out, w.addNotes(f.ID, w.StatedFact(w.nameFact(f.ID), f.ID, w.describeAnswer(f.ID, a))))
		}
	}
	for i := range w.rec.Profile.Limits {
		l := &w.rec.Profile.Limits[i]
		out = append(out, []string{w.StatedLimit(w.nameOptions(l.Exclude), l.Because)})
	}
	return page.MakeSection(w.SectionStated(), page.MakeBlocks(page.Item, out))
}

// addNotes adds to an answer what stands beside it in the profile.
func (w *resultWriter) addNotes(id, text string) []string {
	n := w.rec.Profile.Notes[id]
	var by []string
	for _, x := range []struct {
		say  func(text string) string
		text string
	}{{w.NoteText, n.Text}, {w.NoteBy, n.By}, {w.NoteLayer, n.Layer}} {
		if x.text != "" {
			by = append(by, x.say(x.text))
		}
	}
	switch n.Sure {
	case engine.LowSureness:
		by = append(by, w.SureLow())
	case engine.MediumSureness:
		by = append(by, w.SureMedium())
	case engine.HighSureness:
		by = append(by, w.SureHigh())
	}
	if len(by) == 0 {
		return []string{text}
	}
	return []string{text, w.Note(w.joinPhrases(by))}
}

// composeOpenSection is the part with what is not stated, not known or not counted.
func (w *resultWriter) composeOpenSection() []page.Block {
	var out []string
	if len(w.rec.NotStated) > 0 {
		out = append(out, w.NotStated(w.joinNamesWithIDs(w.rec.NotStated, w.namePriority)))
	}
	if len(w.rec.Unknown) > 0 {
		out = append(out, w.NotKnown(w.joinNamesWithIDs(w.rec.Unknown, w.nameFact)))
	}
	for _, id := range w.rec.Inactive {
		out = append(out, w.describeInactive(id))
	}
	return page.MakeSection(w.SectionOpen(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// describeInactive says why an answer does not count.
func (w *resultWriter) describeInactive(id string) string {
	by := w.joinPhrases(w.describeAnswers(listFactsRead(w.pack.Fact(id).AskedIf)))
	return w.Inactive(w.nameFact(id), id, trimFullStop(w.describeAnswer(id, w.rec.Profile.Facts[id])), by)
}

// composeSourcesSection is the part with the sources of all that the page says.
func (w *resultWriter) composeSourcesSection() []page.Block {
	used := map[string]bool{}
	use := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	basis := w.rec.Stance != engine.NoBasis
	for i := range w.rec.Dimensions {
		if basis {
			w.visitDimensionSources(&w.rec.Dimensions[i], use)
		}
	}
	shown := w.collectVetoes(false)
	if basis {
		shown = append(shown, w.collectVetoes(true)...)
	}
	for _, b := range shown {
		if b.Limit == nil {
			use(w.pack.Veto(b.ID).Source)
		}
	}
	for _, v := range w.selectDuties() {
		use(w.pack.Veto(v.ID).Source)
	}
	w.visitAdviceSources(use)
	out := []page.Block{}
	for _, id := range slices.Sorted(maps.Keys(used)) {
		out = append(out, page.MakeBlock(page.Item, w.describeSource(w.pack.Source(id))...))
	}
	return page.MakeSection(w.SectionSources(), out)
}

// visitDimensionSources hands on the sources that the justification of a dimension names.
func (w *resultWriter) visitDimensionSources(d *engine.DimensionResult, use func(ids []string)) {
	use(w.pack.Dimension(d.ID).Evidence.Source)
	for i := range d.Arguments {
		use(w.pack.Argument(d.Arguments[i].ID).Source)
	}
	for _, m := range d.Moderators {
		use(w.pack.Moderator(m.ID).Source)
	}
}

// describeSource describes one source.
func (w *resultWriter) describeSource(s *rules.Source) []string {
	parts := []string{s.Title.In(w.Lang), s.Authors.In(w.Lang)}
	if s.Year != nil {
		parts = append(parts, strconv.Itoa(*s.Year))
	}
	if s.Identifier != nil {
		parts = append(parts, *s.Identifier)
	}
	say := w.WorkFound
	if s.Mark == rules.FromMemory {
		say = w.WorkMemory
	}
	return []string{say(s.ID, strings.Join(parts, ", ")), s.Says.In(w.Lang)}
}

// composeMethodSection says which rules and which profile the result is of.
func (w *resultWriter) composeMethodSection() []page.Block {
	p := w.pack
	out := []string{w.Method(p.Name, p.Version, shortenDigest(p.Digest), shortenDigest(w.rec.Profile.Digest()))}
	if w.rec.Option != "" {
		out = append(out, w.MethodShare(plain.Hundredths(w.rec.SituationShare)))
	}
	if w.version != "" {
		out = append(out, w.MethodProgram(w.version))
	}
	return page.MakeSection(w.SectionMethod(), page.MakeBlocks(page.Paragraph, [][]string{append(out, w.NoAdvice())}))
}

// shortenDigest cuts a digest to what people compare by eye.
func shortenDigest(digest string) string {
	const enough = len("sha256:") + 12
	return digest[:min(enough, len(digest))]
}
