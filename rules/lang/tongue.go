package lang

import "strings"

// Tongue joins texts in one language; [In] makes it.
type Tongue struct {
	Lang string // code of the language
}

// In gives the tongue of a language, that of [Default] for a language that is
// not spoken.
func In(code string) Tongue {
	if _, ok := marks[code]; !ok {
		code = Default
	}
	return Tongue{code}
}

// joins are the marks between the parts of a list and between sentences.
type joins struct{ comma, and, or, space string }

var marks = map[string]joins{
	"en": {", ", " and ", " or ", " "},
	"zh": {"、", "和", "或", ""},
}

// List joins short names: "a, b and c".
func (t Tongue) List(names []string) string {
	m := marks[t.Lang]
	return joinNames(names, m.comma, m.and)
}

// Or joins alternatives: "a, b or c".
func (t Tongue) Or(names []string) string {
	m := marks[t.Lang]
	return joinNames(names, m.comma, m.or)
}

// Sentences joins whole sentences to a paragraph.
func (t Tongue) Sentences(parts []string) string { return strings.Join(parts, marks[t.Lang].space) }

func joinNames(names []string, comma, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	end := len(names) - 1
	return strings.Join(names[:end], comma) + last + names[end]
}
