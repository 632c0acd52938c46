package cli

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/rules"
)

// form writes a profile to fill in: every question with its values as
// comments, and every answer as a line that is switched off by a "#" unless the
// start has it. An answer switched on without a value is an error when it is
// read, so none is given by oversight.
type form struct {
	pack  *rules.Pack
	words words.Tongue
	start engine.Profile
	name  string
	b     strings.Builder
}

// formWidth is how wide comments get; a file is read in editors of any width.
const formWidth = 80

func (f *form) yaml() string {
	for _, id := range []string{"form_about", "form_how", "form_then", "form_editor"} {
		f.comment("", f.words.Say(id, "name", f.name))
	}
	f.b.WriteString("ajar: 1\nname: " + scalar(f.name) + "\n")
	f.gap()
	f.comment("", f.words.Say("form_weights_sure"))
	f.top("weights_sure", f.start.WeightsSure)
	f.gap()
	f.comment("", f.words.Say("form_review_by"))
	f.top("review_by", f.start.ReviewBy)
	f.section("priorities", f.words.Say("form_priorities"), len(f.start.Weights) > 0)
	if f.pack.Asking != nil {
		for _, a := range f.pack.Asking.Anchors {
			f.value("  ", shortNumber(a.Weight), a.Text.In(f.words.Lang))
		}
	}
	for _, p := range f.pack.Priorities {
		f.gap()
		f.comment("  ", p.Title.In(f.words.Lang)+f.words.Say("colon")+p.Meaning.In(f.words.Lang))
		w, on := f.start.Weights[p.ID]
		f.answer(p.ID, shortNumber(w), on)
	}
	f.section("facts", f.words.Say("form_facts"), len(f.start.Facts) > 0)
	f.facts()
	f.limits()
	return f.b.String()
}

func (f *form) gap() { f.b.WriteString("\n") }

func (f *form) comment(indent, text string) {
	f.b.WriteString(layout.Block(indent+"# ", indent+"# ", text, formWidth))
}

// section begins the answers of one kind.
func (f *form) section(key, about string, on bool) {
	f.gap()
	f.comment("", about)
	if !on {
		f.b.WriteString("#")
	}
	f.b.WriteString(key + ":\n")
}

// facts writes the questions of the short interview first, then all others.
func (f *form) facts() {
	quick := map[string]bool{}
	if f.pack.Asking != nil {
		for _, q := range f.pack.Asking.Quick {
			quick[q.ID] = true
		}
	}
	if len(quick) > 0 {
		f.gap()
		f.comment("  ", f.words.Say("form_quick"))
	}
	for _, first := range []bool{true, false} {
		if !first && len(quick) > 0 {
			f.gap()
			f.comment("  ", f.words.Say("form_rest"))
		}
		for i := range f.pack.Facts {
			if fact := &f.pack.Facts[i]; quick[fact.ID] == first {
				f.fact(fact)
			}
		}
	}
}

// value explains one value in a comment.
func (f *form) value(indent, id, text string) {
	f.b.WriteString(layout.Block(indent+"#   ", indent+"#     ", id+f.words.Say("colon")+text, formWidth))
}

func shortNumber(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// top writes an answer about the whole profile.
func (f *form) top(key, value string) {
	if value == "" {
		f.b.WriteString("#" + key + ":\n")
		return
	}
	f.b.WriteString(key + ": " + value + "\n")
}

func (f *form) fact(fact *rules.Fact) {
	f.gap()
	f.comment("  ", fact.Question.In(f.words.Lang))
	if fact.Type == rules.NumberFact {
		f.comment("  ", f.words.Say("form_number", "low", shortNumber(fact.Min),
			"high", shortNumber(fact.Max), "unit", fact.Unit.In(f.words.Lang)))
	}
	for _, v := range fact.Values {
		f.value("  ", v.ID, v.Label(f.words.Lang))
	}
	if guard := report.Condition(f.pack, fact.AskedIf, f.words.Lang); guard != nil {
		f.comment("  ", f.words.Say("form_only_if"))
		for _, line := range guard {
			lead := "  #   " + strings.Repeat("  ", line.Depth)
			f.b.WriteString(layout.Block(lead, lead+"  ", line.Text, formWidth))
		}
	}
	value, on := f.start.Facts[fact.ID]
	text, known := value.Known()
	if !known {
		text = value.String()
	} else if fact.Type != rules.BoolFact && fact.Type != rules.NumberFact {
		text = scalar(text)
	}
	f.answer(fact.ID, text, on)
}

// answer writes one answer, switched off if there is none yet.
func (f *form) answer(id, value string, on bool) {
	if !on {
		f.b.WriteString("#  " + id + ":\n")
		return
	}
	f.b.WriteString("  " + id + ": " + value + "\n")
}

// limits ends the form with what is out of the question.
func (f *form) limits() {
	var ids []string
	for _, o := range f.pack.Options {
		ids = append(ids, o.ID)
	}
	f.section("limits", f.words.Say("form_limits", "options", strings.Join(ids, ", ")), len(f.start.Limits) > 0)
	for _, l := range f.start.Limits {
		f.b.WriteString("  - {exclude: [" + strings.Join(l.Exclude, ", ") + "], because: " + scalar(l.Because) + "}\n")
	}
	if len(f.start.Limits) == 0 {
		f.b.WriteString("#  - {exclude: [], because: }\n")
	}
}

// scalar writes text so that YAML reads it back as the same text.
func scalar(text string) string {
	data, err := yaml.Marshal(text)
	if err != nil {
		return strconv.Quote(text)
	}
	return strings.TrimSpace(string(data))
}
