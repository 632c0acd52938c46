package adr

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// The keys of the front matter that ajar writes: the first two are those of MADR.
const (
	statusKey   = "status"
	decidersKey = "decision-makers"
	decidedKey  = "decided"
	becauseKey  = "because"
	advisedKey  = "advised"
)

// frontKeys lists them in the order in which they are written.
var frontKeys = []string{statusKey, decidersKey, decidedKey, becauseKey, advisedKey}

// writeFront writes the part of the front matter that is ours. What the pack or people say
// stands between double quotes, so that no YAML comes of it.
func writeFront(b *strings.Builder, r *report.Resolution) {
	line := func(key, value string) { b.WriteString(key + ": " + value + "\n") }
	switch {
	case r.IsOpen():
		line(statusKey, report.StatusProposed)
		return
	case r.Status == report.StatusAccepted:
		line(statusKey, r.Status)
	default:
		line(statusKey, plain.Quote(r.Status))
	}
	if len(r.Deciders) > 0 {
		names := make([]string, len(r.Deciders))
		for i, name := range r.Deciders {
			names[i] = plain.Quote(name)
		}
		line(decidersKey, "["+strings.Join(names, ", ")+"]")
	}
	for _, x := range [][2]string{{decidedKey, r.Form}, {becauseKey, r.Because}, {advisedKey, r.Advised}} {
		if x[1] != "" {
			line(x[0], plain.Quote(x[1]))
		}
	}
}

// ReadResolution reads back what people decided from a record that is there. People may
// have changed it by hand: a status that is proposed again takes the decision back. The
// error says with its line what is not clear, and all that [Merge] would refuse.
func ReadResolution(name string, text []byte, pack *rules.Pack) (report.Resolution, error) {
	var r report.Resolution
	f, err := parse(name, text)
	if err != nil {
		return r, err
	}
	root, list := f.readFront()
	if len(list) > 0 {
		return r, list.Err()
	}
	status := root.Get(statusKey)
	if r.Status = readText(status, statusKey, &list); r.IsOpen() || len(list) > 0 {
		return report.Resolution{}, list.Err()
	}
	r.Form = readText(root.Get(decidedKey), decidedKey, &list)
	r.Because = readText(root.Get(becauseKey), becauseKey, &list)
	r.Advised = readText(root.Get(advisedKey), advisedKey, &list)
	r.Deciders = readNames(root.Get(decidersKey), &list)
	if len(list) > 0 {
		return r, list.Err()
	}
	return r, checkResolution(&r, root, pack)
}

// checkResolution says what a decision lacks.
func checkResolution(r *report.Resolution, root *tree.Node, pack *rules.Pack) error {
	switch {
	case r.Form == "" && r.Status == report.StatusAccepted:
		return diag.UnclearResolutionNoForm(root.Get(statusKey).At, r.Status)
	case r.Form == "":
		return nil
	}
	at := root.Get(decidedKey).At
	if _, form := pack.Form(r.Form); form == nil {
		return diag.UnclearResolutionUnknownForm(at, r.Form).OneOf(r.Form, ListForms(pack))
	}
	if len(r.Deciders) == 0 {
		return diag.UnclearResolutionIncomplete(at, decidersKey)
	}
	if r.Because == "" {
		return diag.UnclearResolutionIncomplete(at, becauseKey)
	}
	return nil
}

// ListForms lists the ids of all forms of a pack, which are what can be decided.
func ListForms(pack *rules.Pack) []string {
	var out []string
	for i := range pack.Options {
		for _, f := range pack.Options[i].ListForms() {
			out = append(out, f.ID)
		}
	}
	return out
}

// readFront reads the front matter as YAML. Lines keep their numbers, since the fence
// before it is read as an empty line.
func (f *file) readFront() (*tree.Node, diag.List) {
	text := append([]byte("\n"), f.text[f.front[0]:f.front[1]]...)
	if len(bytes.TrimSpace(text)) == 0 {
		return &tree.Node{Kind: tree.Map, At: diag.Pos{File: f.name, Line: 1}}, nil
	}
	root, list := tree.ParseYAML(f.name, text)
	if len(list) > 0 {
		return nil, list
	}
	if root.Kind != tree.Map {
		return nil, diag.List{diag.UnclearResolutionNoKeys(root.At)}
	}
	ours := f.find(frontPart)
	last := ours.line + bytes.Count(f.text[ours.from:ours.to], []byte("\n"))
	for _, x := range root.Fields {
		if slices.Contains(frontKeys, x.Key) && (x.At.Line < ours.line || x.At.Line > last) {
			list.Add(diag.UnclearResolutionOutside(x.At, x.Key))
		}
	}
	return root, list
}

// readText reads a text, "" where there is none.
func readText(n *tree.Node, key string, list *diag.List) string {
	switch {
	case n == nil || n.Kind == tree.Null:
		return ""
	case n.Kind == tree.List || n.Kind == tree.Map:
		list.Add(diag.UnclearResolutionKind(n.At, key))
		return ""
	}
	return strings.TrimSpace(n.Text)
}

// readNames reads one name or a list of them.
func readNames(n *tree.Node, list *diag.List) []string {
	if n == nil || n.Kind != tree.List {
		return SplitNames(readText(n, decidersKey, list))
	}
	var out []string
	for _, item := range n.Items {
		if name := readText(item, decidersKey, list); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// SplitNames reads names that commas part, of either script.
func SplitNames(text string) []string {
	var out []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}
