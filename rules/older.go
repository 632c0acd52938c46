package rules

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Packs of the first version had English and Chinese in one file, and three
// things had them in keys of their own. Arguments told nothing of who claims and
// who graded. They are read as they are.

type olderValue struct {
	At diag.Pos
	ID string `tree:"id"`
	En string `tree:"en"`
	Zh string `tree:"zh"`
}

type olderTerm struct {
	At    diag.Pos
	En    string     `tree:"en"`
	Zh    string     `tree:"zh"`
	Note  string     `tree:"note,optional"`
	Avoid tree.Words `tree:"avoid,optional"`
}

type olderSource struct {
	At         diag.Pos
	ID         string  `tree:"id"`
	Title      string  `tree:"title"`
	TitleZh    string  `tree:"title_zh,optional"`
	Authors    string  `tree:"authors"`
	AuthorsZh  string  `tree:"authors_zh,optional"`
	Year       *int    `tree:"year"`
	Identifier *string `tree:"identifier"`
	Mark       Mark    `tree:"mark"`
	Says       Text    `tree:"says"`
}

type olderCell struct {
	At              diag.Pos
	Text            Text           `tree:"text"`
	Serves          priorityShares `tree:"serves"`
	Strength        float64        `tree:"strength"`
	StrengthBecause Text           `tree:"strength_because"`
	Source          []string       `tree:"source"`
}

type olderSituation struct {
	At              diag.Pos
	ID              string     `tree:"id"`
	Pull            Stance     `tree:"pull"`
	When            *Condition `tree:"when"`
	Text            Text       `tree:"text"`
	Strength        float64    `tree:"strength"`
	StrengthBecause Text       `tree:"strength_because"`
	Source          []string   `tree:"source"`
}

// DecodeTree reads both forms of a cell.
func (c *cell) DecodeTree(n *tree.Node, list *diag.List) {
	if !hasAny(n, "source") {
		type plain cell
		tree.Decode(n, (*plain)(c), list)
		return
	}
	var o olderCell
	tree.Decode(n, &o, list)
	*c = cell{At: o.At, older: true, Text: o.Text, Serves: o.Serves, Strength: o.Strength, StrengthBecause: o.StrengthBecause, ClaimedBy: o.Source}
}

// DecodeTree reads both forms of a situation argument.
func (s *situation) DecodeTree(n *tree.Node, list *diag.List) {
	if !hasAny(n, "source") {
		type plain situation
		tree.Decode(n, (*plain)(s), list)
		return
	}
	var o olderSituation
	tree.Decode(n, &o, list)
	*s = situation{
		At: o.At, ID: o.ID, Pull: o.Pull, When: o.When, Text: o.Text,
		Strength: o.Strength, StrengthBecause: o.StrengthBecause, ClaimedBy: o.Source,
	}
}

// DecodeTree reads both forms of a value.
func (v *FactValue) DecodeTree(n *tree.Node, list *diag.List) {
	if !hasAny(n, "en", "zh") {
		type plain FactValue
		tree.Decode(n, (*plain)(v), list)
		return
	}
	var o olderValue
	tree.Decode(n, &o, list)
	*v = FactValue{At: o.At, ID: o.ID, Label: pair(o.En, o.Zh)}
}

// DecodeTree reads both forms of a term.
func (t *Term) DecodeTree(n *tree.Node, list *diag.List) {
	if !hasAny(n, "en", "zh") {
		type plain Term
		tree.Decode(n, (*plain)(t), list)
		return
	}
	var o olderTerm
	tree.Decode(n, &o, list)
	*t = Term{At: o.At, Term: pair(o.En, o.Zh), Note: o.Note, Avoid: o.Avoid}
}

// DecodeTree reads both forms of a source.
func (s *Source) DecodeTree(n *tree.Node, list *diag.List) {
	if !hasAny(n, "title_zh", "authors_zh") {
		type plain Source
		tree.Decode(n, (*plain)(s), list)
		return
	}
	var o olderSource
	tree.Decode(n, &o, list)
	*s = Source{
		At: o.At, ID: o.ID, Title: pair(o.Title, o.TitleZh), Authors: pair(o.Authors, o.AuthorsZh),
		Year: o.Year, Identifier: o.Identifier, Mark: o.Mark, Says: o.Says,
	}
}

func hasAny(n *tree.Node, keys ...string) bool {
	for _, key := range keys {
		if n.Get(key) != nil {
			return true
		}
	}
	return false
}

// pair is a text of a file that has Chinese beside the English.
func pair(en, zh string) Text {
	t := Text{{"en", en}}
	if zh != "" {
		t = t.With("zh", zh)
	}
	return t
}

const olderVetoesFile = "vetoes.yaml"

type vetoesFile struct {
	Vetoes []olderVeto `tree:"vetoes"`
}

// olderVeto ruled options out by their ids.
type olderVeto struct {
	At          diag.Pos
	ID          string     `tree:"id"`
	When        *Condition `tree:"when"`
	Blocks      []string   `tree:"blocks"`
	Component   string     `tree:"component,optional"`
	SeparableIf *Condition `tree:"separable_if,optional"`
	Duty        Text       `tree:"duty,optional"`
	Text        Text       `tree:"text"`
	Lift        Text       `tree:"lift"`
	Source      []string   `tree:"source"`
}

// wholeWork is the one kind of part that packs of the first version know.
const wholeWork = "work"

// readVetoesAsBars reads each veto as a bar on an act of its own, which the options
// that it named do. What could be separated is something to do.
func readVetoesAsBars(p *Pack, vetoes []olderVeto) {
	p.PartKinds = []PartKind{{ID: wholeWork, Title: Text{{"en", "The work"}, {"zh", "作品"}}}}
	for _, v := range vetoes {
		p.Acts = append(p.Acts, Act{At: v.At, ID: v.ID, Title: v.Text, Text: v.Text})
		for i := range p.Options {
			if o := &p.Options[i]; slices.Contains(v.Blocks, o.ID) {
				o.Acts.Set(wholeWork, append(o.Acts.Get(wholeWork), v.ID))
			}
		}
		b := Bar{
			At: v.At, ID: v.ID, When: v.When, Forbids: []string{v.ID}, Component: v.Component, Text: v.Text, Lift: v.Lift,
			Jurisdiction: AnyJurisdiction, Source: v.Source,
		}
		if v.SeparableIf != nil {
			b.Escapes = []Escape{{At: v.At, ID: "separate", Do: v.SeparableIf, Text: v.Duty}}
		}
		p.Bars = append(p.Bars, b)
	}
	slices.SortFunc(p.Bars, func(a, b Bar) int { return strings.Compare(a.ID, b.ID) })
}

// DecodeTree reads options that say "splits", which held only where there was a
// reason for them: a precondition and a trigger, both of which became a requirement.
func (o *Option) DecodeTree(n *tree.Node, list *diag.List) {
	type plain Option
	if splits := n.Get("splits"); splits != nil && splits.Kind == tree.List {
		n = readSplitsAsForms(n)
	}
	tree.Decode(n, (*plain)(o), list)
}

// readSplitsAsForms gives an option with its splits under the names of forms.
func readSplitsAsForms(n *tree.Node) *tree.Node {
	out := *n
	out.Fields = slices.Clone(n.Fields)
	for i := range out.Fields {
		if f := &out.Fields[i]; f.Key == "splits" {
			forms := *f.Value
			forms.Items = make([]*tree.Node, len(f.Value.Items))
			for j, split := range f.Value.Items {
				forms.Items[j] = readTriggerAsRequirement(split)
			}
			f.Key, f.Value = "forms", &forms
		}
	}
	return &out
}

func readTriggerAsRequirement(split *tree.Node) *tree.Node {
	out := *split
	out.Fields = nil
	all := &tree.Node{Kind: tree.List, At: split.At}
	for _, f := range split.Fields {
		if f.Key == "precondition" || f.Key == "trigger" {
			all.Items = append(all.Items, f.Value)
		} else {
			out.Fields = append(out.Fields, f)
		}
	}
	if all.Items != nil {
		requires := &tree.Node{Kind: tree.Map, At: split.At, Fields: []tree.Field{{Key: "all", At: split.At, Value: all}}}
		out.Fields = append(out.Fields, tree.Field{Key: "requires", At: split.At, Value: requires})
	}
	return &out
}
