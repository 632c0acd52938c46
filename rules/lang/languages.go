// Package lang holds what depends on the language that ajar writes: which
// languages there are, a text in any number of them, how lists and sentences
// are joined, and how the messages of the program are filled.
package lang

import "slices"

// Default is the language of those whose own is not spoken, and the one that
// every text has.
const Default = "en"

// languages is the one list of what the program speaks: a language is added
// here, and its texts in files beside those of the others.
var languages = []string{Default, "zh"}

// All lists the codes of the languages, the default first. Chinese is
// Simplified Chinese.
func All() []string { return slices.Clone(languages) }
