// Package lang holds what depends on the language that ajar writes: which
// languages there are, how lists and sentences are joined, and how the
// messages of the program are filled.
package lang

// Default is the language of those whose own is not spoken.
const Default = "en"

// All lists the codes of the languages, the default first.
func All() []string { return []string{"en", "zh"} }
