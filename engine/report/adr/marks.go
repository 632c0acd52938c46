package adr

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// frontPart is the part of the front matter that is written by ajar. Its marks are
// comments of YAML, all others those of Markdown.
const frontPart = "front"

// neededParts are those without which a file is no record.
var neededParts = []string{frontPart, "outcome"}

// listPartNames lists the names of all parts in the order in which they stand.
func listPartNames() []string { return append([]string{frontPart}, report.RecordPartNames()...) }

// part is what stands between two marks.
type part struct {
	name     string
	from, to int // without the lines of the marks
	line     int // of the first mark
	breaks   string
}

// file is a decision record that is there.
type file struct {
	name  string
	text  []byte
	front [2]int // the front matter without the lines around it; equal if there is none
	parts []part // in their order
}

var (
	bodyMark  = regexp.MustCompile(`^<!-- ajar:(begin|end) ([a-z]+) -->[ \t]*$`)
	frontMark = regexp.MustCompile(`^# ajar:(begin|end) ([a-z]+)[ \t]*$`)
	// likeMark is a line that somebody meant as a mark, or that was one.
	likeMark = regexp.MustCompile(`(?i)^[ \t>]*(<!-*|#)[ \t]*ajar[ \t]*:[ \t]*(begin|end)\b`)
)

// fence is the line around front matter.
const fence = "---"

// parse finds the parts of a record. A mistake is told with its line.
func parse(name string, text []byte) (*file, error) {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, diag.RecordWithoutMarks(diag.Pos{}, name)
	}
	if err := tree.CheckBytes(name, text).Err(); err != nil {
		return nil, err
	}
	f := &file{name: name, text: text}
	r := markReader{file: f, inFront: false}
	n := 0
	for at := 0; at < len(text); {
		n++
		end := len(text)
		if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if err := r.readLine(n, at, end); err != nil {
			return nil, err
		}
		at = end
	}
	return f, r.finish()
}

// markReader reads marks line by line.
type markReader struct {
	file    *file
	inFront bool
	open    *part
	seen    bool // any mark
}

// readLine reads the line that lies between two places of the text.
func (r *markReader) readLine(n, from, to int) error {
	whole := r.file.text[from:to]
	line := bytes.TrimRight(whole, "\r\n")
	if n == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	if bare := string(bytes.TrimRight(line, " \t")); bare == fence && (n == 1 || r.inFront) {
		if r.open != nil { // the front matter ends inside of its part
			return r.finish()
		}
		if r.inFront = n == 1; r.inFront {
			r.file.front[0] = to
		}
		r.file.front[1] = max(from, r.file.front[0])
		return nil
	}
	pattern := bodyMark
	if r.inFront {
		pattern = frontMark
	}
	m := pattern.FindSubmatch(line)
	pos := diag.Pos{File: r.file.name, Line: n, Col: 1}
	if m == nil {
		if b := bodyMark.FindSubmatch(line); b != nil && r.inFront && string(b[2]) != frontPart {
			r.seen = true
			return diag.BrokenRecordMarkFront(pos)
		}
		if likeMark.Match(line) && (r.inFront || bytes.Contains(line, []byte("<!"))) {
			r.seen = true
			return diag.BrokenRecordMarkMisspelt(pos, string(bytes.TrimSpace(line)))
		}
		return nil
	}
	r.seen = true
	if string(m[1]) == "begin" {
		return r.begin(pos, string(m[2]), to, string(whole[len(bytes.TrimRight(whole, "\r\n")):]))
	}
	return r.end(pos, string(m[2]), from)
}

// begin opens a part.
func (r *markReader) begin(pos diag.Pos, name string, from int, breaks string) error {
	names, known := listPartNames(), r.file.parts
	i := slices.Index(names, name)
	twice := slices.IndexFunc(known, func(p part) bool { return p.name == name })
	switch {
	case i < 0 || (name == frontPart) != r.inFront:
		return diag.BrokenRecordMarkUnknown(pos, name).OneOf(name, names)
	case r.open != nil && r.open.name == name:
		return diag.BrokenRecordMarkTwice(pos, name, strconv.Itoa(r.open.line))
	case r.open != nil:
		return diag.BrokenRecordMarkInside(pos, name, r.open.name, strconv.Itoa(r.open.line))
	case twice >= 0:
		return diag.BrokenRecordMarkTwice(pos, name, strconv.Itoa(known[twice].line))
	case len(known) > 0 && slices.Index(names, known[len(known)-1].name) > i:
		return diag.BrokenRecordMarkOrder(pos, name, known[len(known)-1].name)
	}
	r.open = &part{name: name, from: from, line: pos.Line, breaks: breaks}
	return nil
}

// end closes the part that is open.
func (r *markReader) end(pos diag.Pos, name string, to int) error {
	if r.open == nil || r.open.name != name {
		return diag.BrokenRecordMarkUnopened(pos, name)
	}
	r.open.to = to
	r.file.parts = append(r.file.parts, *r.open)
	r.open = nil
	return nil
}

// finish says what is missing at the end of the file.
func (r *markReader) finish() error {
	pos := diag.Pos{File: r.file.name}
	switch {
	case !r.seen:
		return diag.RecordWithoutMarks(diag.Pos{}, r.file.name)
	case r.open != nil:
		pos.Line, pos.Col = r.open.line, 1
		return diag.BrokenRecordMarkUnclosed(pos, r.open.name)
	case r.inFront:
		return diag.BrokenRecordMarkFront(pos)
	}
	for _, name := range neededParts {
		if r.file.find(name) == nil {
			return diag.BrokenRecordMarkMissing(pos, name)
		}
	}
	return nil
}

// find finds a part, nil if the file has none of this name.
func (f *file) find(name string) *part {
	if i := slices.IndexFunc(f.parts, func(p part) bool { return p.name == name }); i >= 0 {
		return &f.parts[i]
	}
	return nil
}
