// Package form writes a profile to fill in.
package form

import (
	"bytes"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// profileForm writes a profile to fill in: every question with its values as
// comments, and every answer as a line that is switched off by a "#" unless the
// start has it. The headings are switched on, so that a line needs no other one. What
// stands in a line that is switched off is valid and says least: unknown for a fact.
type profileForm struct {
	syntax
	pack  *rules.Pack
	words texts
	start engine.Profile
	name  string
	b     strings.Builder
}

// formWidth is how wide comments get; a file is read in editors of any width.
const formWidth = 80

// priorityStandIn is the weight that a line says that is switched on and not filled in.
const priorityStandIn = "5"

// Write gives the text of a form: a name, and the answers to begin with. JSON has no
// comments, so a form in it has the sections alone and names the schema, with which an
// editor tells the rest.
func Write(pack *rules.Pack, format profiles.Format, lang, name string, start engine.Profile) (string, error) {
	if format == profiles.JSON {
		return writeJSON(pack, name, start)
	}
	f := profileForm{syntax: syntaxOf(format), pack: pack, words: textsIn(lang), start: start, name: name}
	return f.build(), nil
}

func writeJSON(pack *rules.Pack, name string, start engine.Profile) (string, error) {
	start.Name, start.Notes, start.WeightsFrom, start.Unfinished = name, nil, elicit.Input{}, engine.Unfinished{}
	var b bytes.Buffer
	if err := profiles.Write(&b, start, profiles.JSON, profiles.WithPack(pack)); err != nil {
		return "", err
	}
	var sections map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &sections); err != nil {
		return "", err
	}
	lines := []string{`  "$schema": "./` + SchemaFile + `"`}
	empty := map[string]string{"priorities": "{}", "facts": "{}", "parts": "[]", "limits": "[]"}
	for _, key := range []string{"ajar", "name", "review_by", "weights_sure", "priorities", "facts", "parts", "limits"} {
		text := string(sections[key])
		if text == "" {
			text = empty[key]
		}
		if text != "" {
			lines = append(lines, `  "`+key+`": `+text)
		}
	}
	return "{\n" + strings.Join(lines, ",\n") + "\n}\n", nil
}

// NameAfter makes the name of a profile from that of its file or folder. A file that is
// called after what it is for, such as release.ajar.yaml, is named after its folder.
func NameAfter(path string) string {
	name := trimExtensions(filepath.Base(path))
	if isGenericName(name) {
		if full, err := filepath.Abs(path); err == nil {
			name = trimExtensions(filepath.Base(filepath.Dir(full)))
		}
	}
	if isGenericName(name) || name == string(filepath.Separator) {
		return "my-project"
	}
	return name
}

func trimExtensions(name string) string {
	for _, ext := range []string{".yaml", ".yml", ".toml", ".json", ".ajar"} {
		name = strings.TrimSuffix(name, ext)
	}
	return name
}

func isGenericName(name string) bool {
	return slices.Contains([]string{"", ".", "-", "release", "ajar"}, name)
}

func (f *profileForm) build() string {
	for _, text := range []string{f.words.FormAbout(), f.words.FormHow(f.offLine("kind", f.word(engine.Unknown.String()))), f.words.FormThen(), f.words.FormEditor(f.schemaLine)} {
		f.writeComment("", text)
	}
	f.b.WriteString("ajar" + f.assign + "1\nname" + f.assign + f.quote(f.name) + "\n")
	f.writeGap()
	f.writeComment("", f.words.FormWeightsSure())
	f.writeTopLevel("weights_sure", string(f.start.WeightsSure), "fairly")
	f.writeGap()
	f.writeComment("", f.words.FormReviewBy())
	f.writeTopLevel("review_by", f.start.ReviewBy, "2027-05-01")
	f.writePriorities()
	f.beginSection("facts", f.words.FormFacts())
	f.writeFacts()
	f.writeParts()
	f.writeLimits()
	return f.b.String()
}

func (f *profileForm) writePriorities() {
	f.beginSection("priorities", f.words.FormPriorities(f.inline("between", "[4, 7]")))
	if f.pack.Asking != nil {
		for _, a := range f.pack.Asking.Anchors {
			f.writeValueComment(plain.Number(a.Weight), a.Text.In(f.words.Lang))
		}
	}
	for _, p := range f.pack.Priorities {
		f.writeGap()
		f.writeComment(f.indent, p.Title.In(f.words.Lang)+f.words.Colon()+p.Meaning.In(f.words.Lang))
		w, on := f.start.Weights[p.ID]
		text := plain.Number(w)
		if r, isRange := f.start.Ranges[p.ID]; isRange {
			text, on = f.inline("between", "["+plain.Number(r.Low)+", "+plain.Number(r.High)+"]"), true
		}
		if !on {
			text = priorityStandIn
		}
		f.writeAnswer(p.ID, text, on)
	}
}

func (f *profileForm) writeGap() { f.b.WriteString("\n") }

func (f *profileForm) writeComment(indent, text string) {
	f.b.WriteString(layout.WrapWithPrefixes(indent+"# ", indent+"# ", text, formWidth))
}

// beginSection begins the answers of one kind.
func (f *profileForm) beginSection(key, about string) {
	f.writeGap()
	f.writeComment("", about)
	f.b.WriteString(f.heading(key) + "\n")
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
		f.writeComment(f.indent, f.words.FormQuick())
	}
	for _, first := range []bool{true, false} {
		if !first && len(quick) > 0 {
			f.writeGap()
			f.writeComment(f.indent, f.words.FormRest())
		}
		for i := range f.pack.Facts {
			if fact := &f.pack.Facts[i]; quick[fact.ID] == first {
				f.writeFact(fact)
			}
		}
	}
}

// writeValueComment explains one value in a comment.
func (f *profileForm) writeValueComment(value, text string) {
	f.b.WriteString(layout.WrapWithPrefixes(f.indent+"#   ", f.indent+"#     ", value+f.words.Colon()+text, formWidth))
}

// writeTopLevel writes an answer about the whole profile.
func (f *profileForm) writeTopLevel(key, value, standIn string) {
	if value == "" {
		f.b.WriteString("#" + key + f.assign + f.quote(standIn) + "\n")
		return
	}
	f.b.WriteString(key + f.assign + f.quote(value) + "\n")
}

func (f *profileForm) writeFact(fact *rules.Fact) {
	f.writeGap()
	f.writeComment(f.indent, fact.Question.In(f.words.Lang))
	if fact.Type == rules.NumberFact {
		f.writeComment(f.indent, f.words.FormNumber(plain.Number(fact.Min), plain.Number(fact.Max), fact.Unit.In(f.words.Lang)))
	}
	for _, v := range fact.Values {
		label := v.Label.In(f.words.Lang)
		if v.Alone {
			label += f.words.FormAlone()
		}
		f.writeValueComment(f.nameValue(fact, v.ID), label)
	}
	if fact.Type == rules.SetFact {
		f.writeSeveralComment(fact)
	}
	if guard := report.ConditionLines(f.pack, fact.AskedIf, f.words.Lang); guard != nil {
		f.writeComment(f.indent, f.words.FormOnlyIf())
		for _, line := range guard {
			lead := f.indent + "#   " + strings.Repeat("  ", line.Depth)
			f.b.WriteString(layout.WrapWithPrefixes(lead, lead+"  ", line.Text, formWidth))
		}
	}
	value, on := f.start.Facts[fact.ID]
	if !on {
		value = engine.Unknown
	}
	f.writeAnswer(fact.ID, f.renderAnswer(fact, value), on)
}

// nameValue names a value in a comment, as it is written in the file.
func (f *profileForm) nameValue(fact *rules.Fact, id string) string {
	if fact.Type == rules.BoolFact {
		return id
	}
	return f.word(id)
}

// renderAnswer writes an answer.
func (f *profileForm) renderAnswer(fact *rules.Fact, a engine.Answer) string {
	text, known := a.Known()
	members, _ := a.Members()
	switch {
	case !known:
		return f.word(a.String())
	case fact.Type == rules.BoolFact || fact.Type == rules.NumberFact:
		return text
	case fact.Type == rules.SetFact && !members.IsWhole():
		var pairs []string
		for part := range strings.SplitSeq(text, ", ") {
			id, word, _ := strings.Cut(part, ": ")
			pairs = append(pairs, id, f.word(word))
		}
		return f.inline(pairs...)
	case fact.Type == rules.SetFact && fact.Value(text) == nil:
		return f.list(strings.Split(text, ", "))
	}
	return f.quote(text)
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
		f.writeComment(f.indent, f.words.FormSeveral())
		f.writeValueComment(f.list(two), f.words.FormList())
		f.writeValueComment(f.inline(two[0], f.word("yes"), two[1], f.word("no")), f.words.FormPart())
	}
}

// writeAnswer writes one answer, switched off if there is none yet.
func (f *profileForm) writeAnswer(id, value string, on bool) {
	if !on {
		f.b.WriteString(f.offLine(id, value) + "\n")
		return
	}
	f.b.WriteString(f.indent + id + f.assign + value + "\n")
}

// field is a key with its value as it is written.
type field struct{ key, value string }

// writeItem writes an item of a section that is a list; off is an item to fill in.
func (f *profileForm) writeItem(section string, fields []field, off bool) {
	sign := ""
	if off {
		sign = "#"
	}
	if f.toml {
		f.b.WriteString(sign + "[[" + section + "]]\n")
		for _, x := range fields {
			f.b.WriteString(sign + x.key + f.assign + x.value + "\n")
		}
		return
	}
	var parts []string
	for _, x := range fields {
		parts = append(parts, x.key, x.value)
	}
	f.b.WriteString(sign + f.indent + "- " + f.inline(parts...) + "\n")
}

// beginList begins a section that is a list. In TOML each item has a heading of its own.
func (f *profileForm) beginList(key, about string) {
	if !f.toml {
		f.beginSection(key, about)
		return
	}
	f.writeGap()
	f.writeComment("", about)
}

// writeParts writes the section of the parts that the release table tells apart, with
// what a part can be like.
func (f *profileForm) writeParts() {
	f.beginList("parts", f.words.FormParts())
	for i := range f.pack.Components {
		c := &f.pack.Components[i]
		f.writeValueComment(f.word(c.ID), c.Title.In(f.words.Lang))
	}
	for i := range f.start.Parts {
		f.writeItem("parts", f.listPartFields(&f.start.Parts[i]), false)
	}
	if len(f.start.Parts) == 0 {
		f.writeItem("parts", []field{{"id", f.emptyText()}, {"title", f.emptyText()}, {"like", f.emptyText()}, {"facts", "{}"}}, true)
	}
}

func (f *profileForm) listPartFields(p *engine.Part) []field {
	fields := []field{{"id", plain.Quote(p.ID)}}
	if p.Title != "" {
		fields = append(fields, field{"title", plain.Quote(p.Title)})
	}
	fields = append(fields, field{"like", f.word(p.Like)})
	if len(p.Facts) > 0 {
		var facts []string
		for _, id := range slices.Sorted(maps.Keys(p.Facts)) {
			facts = append(facts, id, f.renderAnswer(f.pack.Fact(id), p.Facts[id]))
		}
		fields = append(fields, field{"facts", f.inline(facts...)})
	}
	if p.Note != "" {
		fields = append(fields, field{"note", plain.Quote(p.Note)})
	}
	return fields
}

// writeLimits ends the form with what is out of the question.
func (f *profileForm) writeLimits() {
	var ids []string
	for _, o := range f.pack.Options {
		ids = append(ids, o.ID)
	}
	f.beginList("limits", f.words.FormLimits(strings.Join(ids, ", ")))
	for _, l := range f.start.Limits {
		f.writeItem("limits", []field{{"exclude", f.list(l.Exclude)}, {"because", plain.Quote(l.Because)}}, false)
	}
	if len(f.start.Limits) == 0 {
		f.writeItem("limits", []field{{"exclude", "[]"}, {"because", f.emptyText()}}, true)
	}
}

// emptyText is where a text is to be filled in.
func (f *profileForm) emptyText() string {
	if f.toml {
		return `""`
	}
	return ""
}
