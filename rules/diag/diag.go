// Package diag says what is wrong with a file, where, and what to do.
//
// A [Diagnostic] carries a stable code and the words that fill its message.
// The codes stand in codes.yaml, their messages in texts, one file a language,
// beside the long text that "ajar explain CODE" prints. For each code, or each
// of its cases, there is one function that makes the diagnostic, with a
// parameter for each gap of the message; these are generated from the files.
// AJ1xx codes are about rule packs, AJ2xx about profiles, AJ3xx about
// evaluation and AJ4xx about the command line.
//
// The package does not read files and decides nothing: the loaders collect
// diagnostics in a [List] and go on, so that a reader sees all mistakes of a
// file at once.
package diag

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/plain"
)

// Pos is a place in a file. Line and Col count from 1; Col counts characters.
// A zero Line means that only the file is known, a zero Col only the line.
type Pos struct {
	File string
	Line int
	Col  int
}

// MarshalJSON leaves the place out: two packs that say the same are the same,
// wherever their rules stand.
func (Pos) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

// String gives file:line:col, leaving out what is not known. What is invisible in the
// name of the file is escaped.
func (p Pos) String() string {
	file := plain.Clean(p.File)
	switch {
	case p.Line == 0:
		return file
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", file, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", file, p.Line, p.Col)
}

// Diagnostic is one mistake. The zero Pos is allowed: a mistake in a value
// that was built in Go has no place.
type Diagnostic struct {
	Pos  Pos
	Code string
	// Args fill the placeholders of the code's message: {id} is replaced by
	// Args["id"].
	Args map[string]string
	// Suggest is the nearest valid name, "" if none is near.
	Suggest string
	// Alike is the first character of what was written that no id has, where an id is
	// suggested: it may look like a letter of that, or cannot be seen. 0 if there is none.
	Alike rune
	// Allowed lists the valid names where they are few, else it is empty.
	Allowed []string
}

// OneOf adds the valid names: the nearest to got as a suggestion, and all of
// them if they are few enough to read.
func (d Diagnostic) OneOf(got string, valid []string) Diagnostic {
	if d.Suggest = Nearest(got, valid); d.Suggest != "" {
		d.Alike = findUnlike(got, d.Suggest)
	}
	if len(valid) <= maxAllowed {
		d.Allowed = slices.Clone(valid)
	}
	return d
}

// maxAllowed is how many valid names still help; a longer list is noise.
const maxAllowed = 12

// Error gives the diagnostic in English on one line: place, code, what is
// wrong, what to do. It is no command to whoever reads a log.
func (d Diagnostic) Error() string {
	s := d.Code + " " + d.Message("en")
	if h := d.Hint("en"); h != "" {
		s += "; " + h
	}
	if at := d.Pos.String(); at != "" {
		s = at + ": " + s
	}
	return string(plain.Guarded([]byte(s)))
}

// Message says what is wrong, in the language lang ("en" or "zh").
func (d Diagnostic) Message(lang string) string {
	text := textsIn(lang).say(d.Code)
	message, ok := text.cases.find(d.Args["case"])
	if !ok {
		message = text.message
	}
	return fillPlaceholders(message, d.translateArgs(lang))
}

// Kind says who has to act on the mistake.
func (d Diagnostic) Kind() Kind {
	if i, ok := findCode(d.Code); ok {
		return kinds[i].kind
	}
	return ""
}

// translateArgs gives the arguments, with the names of things in the language. Only
// what is wrong with a pack names things; in a profile the same words would be
// the reader's own.
func (d Diagnostic) translateArgs(lang string) map[string]string {
	words := textsIn(lang).words
	if len(words) == 0 || !strings.HasPrefix(d.Code, "AJ1") {
		return d.Args
	}
	out := maps.Clone(d.Args)
	for _, key := range []string{"kind", "want", "got"} {
		if name, ok := words.find(out[key]); ok {
			out[key] = name
		}
	}
	return out
}

// Hint says what to do, on one line; "" if there is nothing to say. See Hints.
func (d Diagnostic) Hint(lang string) string {
	return strings.Join(d.Hints(lang), textsIn(lang).hints.betweenHints)
}

// Hints says what to do, one hint each: the nearest valid name, the valid names,
// or else the advice of the code.
func (d Diagnostic) Hints(lang string) []string {
	text := textsIn(lang)
	var hints []string
	if d.Alike != 0 {
		hints = append(hints, fillPlaceholders(text.hints.suggestAlike, map[string]string{"name": d.Suggest, "letter": string(d.Alike), "code": fmt.Sprintf("%U", d.Alike)}))
	} else if d.Suggest != "" {
		hints = append(hints, fillPlaceholders(text.hints.suggest, map[string]string{"name": d.Suggest}))
	}
	if len(d.Allowed) > 0 {
		names := strings.Join(d.Allowed, text.hints.betweenNames)
		hints = append(hints, fillPlaceholders(text.hints.allowed, map[string]string{"names": names}))
	}
	if advice := text.say(d.Code).advice; len(hints) == 0 && advice != "" {
		hints = append(hints, fillPlaceholders(advice, d.Args))
	}
	return hints
}

// fillPlaceholders replaces {key} by its text, in one pass, so that a text which looks like
// a placeholder stays as it is. Control characters in a text are shown escaped,
// since it may come from a stranger's file.
func fillPlaceholders(pattern string, args map[string]string) string {
	pairs := make([]string, 0, 2*len(args))
	for key, text := range args {
		pairs = append(pairs, "{"+key+"}", plain.Clean(text))
	}
	return strings.NewReplacer(pairs...).Replace(pattern)
}

// List is what a loader found. A nil List means no mistake.
type List []Diagnostic

// MostKept is how many mistakes a list takes. What comes after them is not kept, so
// that a hostile file cannot make a list of any length.
const MostKept = 2000

// Add appends diagnostics while there is room.
func (l *List) Add(d ...Diagnostic) { *l = append(*l, d[:min(len(d), max(0, MostKept-len(*l)))]...) }

// IsFull reports whether nothing more is kept.
func (l List) IsFull() bool { return len(l) >= MostKept }

// IsLong reports whether nobody reads on. Whoever looks for what is costly to tell, such
// as the nearest of many names, can leave it then.
func (l List) IsLong() bool { return len(l) >= MostKept/10 }

// Err gives the list as an error, sorted by place, or nil if it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l.Sorted()
}

// Sorted gives a copy in the order of file, line, column and code. A list that is full
// ends with AJ020, which says that there may be more.
func (l List) Sorted() List {
	more := MoreMistakes(Pos{}, strconv.Itoa(MostKept))
	s := slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool { return d.Code == more.Code })
	slices.SortStableFunc(s, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code, b.Code),
		)
	})
	if l.IsFull() {
		s = append(s[:min(len(s), MostKept)], more)
	}
	return s
}

// Error gives all diagnostics in English, one a line.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, d := range l {
		lines[i] = d.Error()
	}
	return strings.Join(lines, "\n")
}

// From takes the diagnostics out of an error; ok is false if err holds none.
// An error that has a method Diagnostic holds that one.
func From(err error) (list List, ok bool) {
	if errors.As(err, &list) {
		return list, true
	}
	var one Diagnostic
	if errors.As(err, &one) {
		return List{one}, true
	}
	var holder interface{ Diagnostic() Diagnostic }
	if errors.As(err, &holder) {
		return List{holder.Diagnostic()}, true
	}
	return nil, false
}
