package lang

import "strings"

// Tongue joins texts in one language; [In] makes it.
type Tongue struct {
	Lang  string // code of the language
	marks language
}

// In gives the tongue of a language, that of [Default] for a language that is
// not spoken.
func In(code string) Tongue {
	for _, l := range languages {
		if l.code == code {
			return Tongue{code, l}
		}
	}
	return Tongue{Default, languages[0]}
}

// List joins short names: "a, b and c".
func (t Tongue) List(names []string) string {
	return joinNames(names, t.marks.comma, t.marks.and)
}

// Or joins alternatives: "a, b or c".
func (t Tongue) Or(names []string) string {
	return joinNames(names, t.marks.comma, t.marks.or)
}

// Sentences joins whole sentences to a paragraph.
func (t Tongue) Sentences(parts []string) string { return strings.Join(parts, t.marks.space) }

func joinNames(names []string, comma, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	end := len(names) - 1
	return strings.Join(names[:end], comma) + last + names[end]
}
