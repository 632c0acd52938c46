// Package lang holds what depends on the language that ajar writes: which
// languages there are, a text in any number of them, how lists and sentences
// are joined, and how the messages of the program are filled.
package lang

// Default is the language of those whose own is not spoken, and the one that
// every text has.
const Default = "en"

// language is one that the program speaks.
type language struct {
	code string
	name string // in the language itself
	// The marks between the parts of a list and between sentences.
	comma, and, or, space string
}

// languages is the one list of what the program speaks, the default first. To
// add a language, run "make language CODE=de", add a line here and translate.
var languages = []language{
	{Default, "English", ", ", " and ", " or ", " "},
	{"zh", "中文", "、", "和", "或", ""}, // Simplified Chinese
}

// All lists the codes of the languages, the default first.
func All() []string {
	codes := make([]string, len(languages))
	for i, l := range languages {
		codes[i] = l.code
	}
	return codes
}

// NameOf gives what a language calls itself, such as "English"; of a language that the
// program does not speak it is the code.
func NameOf(code string) string {
	for _, l := range languages {
		if l.code == code {
			return l.name
		}
	}
	return code
}
