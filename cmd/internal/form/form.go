// Package form writes a profile to fill in.
package form

import (
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"maps"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// profileForm writes a profile to fill in: every question with its values as
// comments, and every answer as a line that is switched off by a "#" unless the
// start has it. An answer switched on without a value is an error when it is
// read, so none is given by oversight.
type profileForm struct {
	pack  *rules.Pack
	words texts
	start engine.Profile
	name  string
	b     strings.Builder
}

// formWidth is how wide comments get; a file is read in editors of any width.
const formWidth = 80

// Write gives the text of a form in YAML: a name, and the answers to begin with.
func Write(pack *rules.Pack, lang, name string, start engine.Profile) string {
	f := profileForm{pack: pack, words: textsIn(lang), start: start, name: name}
	return f.buildYAML()
}

// NameAfter makes the name of a profile from that of its file or folder.
func NameAfter(path string) string {
	name := filepath.Base(path)
	for _, ext := range []string{".yaml", ".yml", ".ajar"} {
		name = strings.TrimSuffix(name, ext)
	}
	if name == "-" || name == "" {
		return "my-project"
	}
	return name
}

func (f *profileForm) buildYAML() string {
	for _, text := range []string{f.words.FormAbout(), f.words.FormHow(), f.words.FormThen(), f.words.FormEditor()} {
		f.writeComment("", text)
	}
	f.b.WriteString("ajar: 1\nname: " + quoteScalar(f.name) + "\n")
	f.writeGap()
	f.writeComment("", f.words.FormWeightsSure())
	f.writeTopLevel("weights_sure", string(f.start.WeightsSure))
	f.writeGap()
	f.writeComment("", f.words.FormReviewBy())
	f.writeTopLevel("review_by", f.start.ReviewBy)
	f.beginSection("priorities", f.words.FormPriorities("{between: [4, 7]}"), len(f.start.Weights)+len(f.start.Ranges) > 0)
	if f.pack.Asking != nil {
		for _, a := range f.pack.Asking.Anchors {
			f.writeValueComment(plain.Number(a.Weight), a.Text.In(f.words.Lang))
		}
	}
	for _, p := range f.pack.Priorities {
		f.writeGap()
		f.writeComment("  ", p.Title.In(f.words.Lang)+f.words.Colon()+p.Meaning.In(f.words.Lang))
		w, on := f.start.Weights[p.ID]
		text := plain.Number(w)
		if r, isRange := f.start.Ranges[p.ID]; isRange {
			text, on = "{between: ["+plain.Number(r.Low)+", "+plain.Number(r.High)+"]}", true
		}
		f.writeAnswer(p.ID, text, on)
	}
	f.beginSection("facts", f.words.FormFacts(), len(f.start.Facts) > 0)
	f.writeFacts()
	f.writeParts()
	f.writeLimits()
	return f.b.String()
}

func (f *profileForm) writeGap() { f.b.WriteString("\n") }

func (f *profileForm) writeComment(indent, text string) {
	f.b.WriteString(layout.WrapWithPrefixes(indent+"# ", indent+"# ", text, formWidth))
}

// beginSection begins the answers of one kind.
func (f *profileForm) beginSection(key, about string, on bool) {
	f.writeGap()
	f.writeComment("", about)
	if !on {
		f.b.WriteString("#")
	}
	f.b.WriteString(key + ":\n")
}

// writeFacts writes the questions of the short interview first, then all others.
func (f *profileForm) writeFacts() {
	quick := map[string]bool{}
	if f.pack.Asking != nil {
		for _, q := range f.pack.Asking.Quick {
			quick[q.ID] = true
		}
	}
	if len(quick) > 0 {
		f.writeGap()
		f.writeComment("  ", f.words.FormQuick())
	}
	for _, first := range []bool{true, false} {
		if !first && len(quick) > 0 {
			f.writeGap()
			f.writeComment("  ", f.words.FormRest())
		}
		for i := range f.pack.Facts {
			if fact := &f.pack.Facts[i]; quick[fact.ID] == first {
				f.writeFact(fact)
			}
		}
	}
}

// writeValueComment explains one value in a comment.
func (f *profileForm) writeValueComment(id, text string) {
	f.b.WriteString(layout.WrapWithPrefixes("  #   ", "  #     ", id+f.words.Colon()+text, formWidth))
}

// writeTopLevel writes an answer about the whole profile.
func (f *profileForm) writeTopLevel(key, value string) {
	if value == "" {
		f.b.WriteString("#" + key + ":\n")
		return
	}
	f.b.WriteString(key + ": " + value + "\n")
}

func (f *profileForm) writeFact(fact *rules.Fact) {
	f.writeGap()
	f.writeComment("  ", fact.Question.In(f.words.Lang))
	if fact.Type == rules.NumberFact {
		f.writeComment("  ", f.words.FormNumber(plain.Number(fact.Min), plain.Number(fact.Max), fact.Unit.In(f.words.Lang)))
	}
	for _, v := range fact.Values {
		label := v.Label.In(f.words.Lang)
		if v.Alone {
			label += f.words.FormAlone()
		}
		f.writeValueComment(v.ID, label)
	}
	if fact.Type == rules.SetFact {
		f.writeSeveralComment(fact)
	}
	if guard := report.ConditionLines(f.pack, fact.AskedIf, f.words.Lang); guard != nil {
		f.writeComment("  ", f.words.FormOnlyIf())
		for _, line := range guard {
			lead := "  #   " + strings.Repeat("  ", line.Depth)
			f.b.WriteString(layout.WrapWithPrefixes(lead, lead+"  ", line.Text, formWidth))
		}
	}
	value, on := f.start.Facts[fact.ID]
	f.writeAnswer(fact.ID, renderAnswer(fact, value), on)
}

// renderAnswer writes an answer as YAML.
func renderAnswer(fact *rules.Fact, a engine.Answer) string {
	text, known := a.Known()
	members, _ := a.Members()
	switch {
	case !known:
		return a.String()
	case fact.Type == rules.BoolFact || fact.Type == rules.NumberFact:
		return text
	case fact.Type == rules.SetFact && !members.IsWhole():
		return "{" + text + "}"
	case fact.Type == rules.SetFact && fact.Value(text) == nil:
		return "[" + text + "]"
	}
	return quoteScalar(text)
}

// writeSeveralComment shows how several values are written, by two that go together.
func (f *profileForm) writeSeveralComment(fact *rules.Fact) {
	var two []string
	for _, v := range fact.Values {
		if !v.Alone && len(two) < 2 {
			two = append(two, v.ID)
		}
	}
	if len(two) == 2 {
		f.writeComment("  ", f.words.FormSeveral())
		f.writeValueComment("["+strings.Join(two, ", ")+"]", f.words.FormList())
		f.writeValueComment("{"+two[0]+": yes, "+two[1]+": no}", f.words.FormPart())
	}
}

// writeAnswer writes one answer, switched off if there is none yet.
func (f *profileForm) writeAnswer(id, value string, on bool) {
	if !on {
		f.b.WriteString("#  " + id + ":\n")
		return
	}
	f.b.WriteString("  " + id + ": " + value + "\n")
}

// writeLimits ends the form with what is out of the question.
func (f *profileForm) writeLimits() {
	var ids []string
	for _, o := range f.pack.Options {
		ids = append(ids, o.ID)
	}
	f.beginSection("limits", f.words.FormLimits(strings.Join(ids, ", ")), len(f.start.Limits) > 0)
	for _, l := range f.start.Limits {
		f.b.WriteString("  - {exclude: [" + strings.Join(l.Exclude, ", ") + "], because: " + quoteScalar(l.Because) + "}\n")
	}
	if len(f.start.Limits) == 0 {
		f.b.WriteString("#  - {exclude: [], because: }\n")
	}
}

// quoteScalar writes text so that YAML reads it back as the same text.
func quoteScalar(text string) string {
	data, err := yaml.Marshal(text)
	if err != nil {
		return strconv.Quote(text)
	}
	return strings.TrimSpace(string(data))
}

// quoteInside writes text that stands between braces, where a comma would end it.
func quoteInside(text string) string { return strconv.Quote(text) }

// writeParts writes the section of the parts that the release table tells apart, with
// what a part can be like.
func (f *profileForm) writeParts() {
	f.beginSection("parts", f.words.FormParts(), len(f.start.Parts) > 0)
	for i := range f.pack.Components {
		c := &f.pack.Components[i]
		f.writeValueComment(c.ID, c.Title.In(f.words.Lang))
	}
	for i := range f.start.Parts {
		f.b.WriteString("  - " + f.renderPart(&f.start.Parts[i]) + "\n")
	}
	if len(f.start.Parts) == 0 {
		f.b.WriteString("#  - {id: , title: , like: , facts: {}}\n")
	}
}

// renderPart writes a part on one line.
func (f *profileForm) renderPart(p *engine.Part) string {
	fields := []string{"id: " + quoteScalar(p.ID)}
	if p.Title != "" {
		fields = append(fields, "title: "+quoteInside(p.Title))
	}
	fields = append(fields, "like: "+p.Like)
	if len(p.Facts) > 0 {
		var facts []string
		for _, id := range slices.Sorted(maps.Keys(p.Facts)) {
			facts = append(facts, id+": "+renderAnswer(f.pack.Fact(id), p.Facts[id]))
		}
		fields = append(fields, "facts: {"+strings.Join(facts, ", ")+"}")
	}
	if p.Note != "" {
		fields = append(fields, "note: "+quoteInside(p.Note))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}
