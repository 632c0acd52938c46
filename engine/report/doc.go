// Package report writes a recommendation for people and for programs: as text
// for a terminal, as Markdown, or as JSON, in English or Simplified Chinese.
//
// Most callers need [Write]:
//
//	err := report.Write(os.Stdout, e.Pack(), r, report.Markdown, report.Lang("zh"))
//
// The JSON document is [Result], described by [JSONSchema]; [Document] gives it
// as a Go value. Text and Markdown say the same as each other: both are laid
// out from one page of headings, statements and tables. Sentences name in
// brackets what they rest on: rules, weights, answers and sources; a source
// that nobody looked up is marked as from memory.
//
// The package decides nothing and computes no weight, lean or value: it words
// what package engine found, and takes all claims from the rule pack. It reads
// no file, no clock and no environment. Text from packs and profiles may come
// from strangers, so it is escaped for the place where it is written: control
// characters and marks that reorder text never reach a terminal, no runner finds
// a command in a log of it, and no markup, link or mention comes of it in
// Markdown. See [plain.Guard].
package report
