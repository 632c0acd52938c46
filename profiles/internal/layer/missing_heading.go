package layer

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/pattern"
)

var (
	headingPattern  = pattern.New(`^([A-Za-z_$]+):\s*(.*)$`)
	indentedPattern = pattern.New(`^( +)(?:- \{?\s*)?([a-z_]+):`)
)

// FindMissingHeadings looks in a YAML text that cannot be read for answers whose heading
// is still switched off: they are indented below a line that takes nothing under it. The
// first answer below each missing heading is told.
func FindMissingHeadings(file string, data []byte, pack *rules.Pack) (list diag.List) {
	inSection := false
	told := map[string]bool{}
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimRight(line, "\r")
		if text := strings.TrimSpace(line); text == "" || text[0] == '#' {
			continue
		}
		if m := headingPattern().FindStringSubmatch(line); m != nil {
			inSection = m[2] == "" || m[2][0] == '#'
			continue
		}
		m := indentedPattern().FindStringSubmatch(line)
		if m == nil || inSection {
			continue
		}
		if heading := findHeading(m[2], pack); heading != "" && !told[heading] {
			told[heading] = true
			list.Add(diag.MissingHeading(diag.Pos{File: file, Line: i + 1, Col: strings.Index(line, m[2]) + 1}, heading, m[2]))
		}
	}
	return list
}

// findHeading gives the heading under which a key stands, "" if none is known.
func findHeading(key string, pack *rules.Pack) string {
	switch {
	case pack.Fact(key) != nil:
		return "facts"
	case pack.Priority(key) != nil:
		return "priorities"
	case key == "exclude":
		return "limits"
	case key == "id" || key == "like":
		return "parts"
	}
	return ""
}

// NameMissingHeadings goes through the mistakes of a text that can be read. Where an
// answer stands under another heading since its own, above it, is still a comment, it
// says so.
func NameMissingHeadings(list diag.List, data []byte) diag.List {
	lines := strings.Split(string(data), "\n")
	for i, d := range list {
		heading := map[string]string{misplacedFact: "facts", misplacedPriority: "priorities"}[d.Code]
		if heading == "" {
			continue
		}
		off := regexp.MustCompile(`^\s*#[#\s]*(` + heading + `:|\[` + heading + `\])`)
		if slices.ContainsFunc(lines[:min(max(d.Pos.Line, 0), len(lines))], off.MatchString) {
			list[i] = diag.MissingHeading(d.Pos, heading, d.Args["id"])
		}
	}
	return list
}

var (
	misplacedFact     = diag.MisplacedFact(diag.Pos{}, "").Code
	misplacedPriority = diag.MisplacedPriority(diag.Pos{}, "").Code
)
