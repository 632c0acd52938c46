package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// firstStep is what to do first about a condition: to answer a question, or else
// something to be done.
type firstStep struct {
	text   string
	fact   string // that the question is about; "" for something to be done
	escape int    // place of the escape that it comes from; -1 for none
}

// findFirstStep finds what to do first about a condition. Finding out comes before
// doing: it costs less, and may settle it.
func findFirstStep(w *wording, b *engine.BarResult) firstStep {
	def := w.pack.Bar(b.ID)
	ask := func(c *rules.Condition, escape int) (firstStep, bool) {
		if open := w.keepUnknown(c.Facts(nil)); len(open) > 0 {
			return firstStep{w.pack.Fact(open[0]).Question.In(w.Lang), open[0], escape}, true
		}
		return firstStep{}, false
	}
	if b.Precaution {
		if s, ok := ask(def.When, -1); ok {
			return s
		}
	}
	for _, i := range b.Escapes {
		if x := &def.Escapes[i]; x.FindOut != nil {
			if s, ok := ask(x.FindOut, i); ok {
				return s
			}
		}
	}
	for _, i := range b.Escapes {
		if x := &def.Escapes[i]; x.Do != nil {
			return firstStep{text: takeFirstSentence(x.Text.In(w.Lang)), escape: i}
		}
	}
	return firstStep{text: takeFirstSentence(def.Lift.In(w.Lang)), escape: -1}
}

// takeFirstSentence cuts a text after its first sentence.
func takeFirstSentence(text string) string {
	for _, stop := range []string{". ", "。"} {
		if i := strings.Index(text, stop); i >= 0 {
			return text[:i+len(strings.TrimRight(stop, " "))]
		}
	}
	return text
}

// lowerFirst begins a sentence in small letters, where a script has them, to put
// something before it.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// quoteGrounds quotes the answers that make a bar hold, "" if there are none.
func quoteGrounds(w *wording, b *engine.BarResult) string {
	var quoted []string
	for _, id := range b.Grounds {
		quoted = append(quoted, w.Quoted(trimFullStop(w.describeCountedAnswer(id))))
	}
	if len(quoted) == 0 {
		return ""
	}
	return w.Said(w.List(quoted))
}

// tellBar is what a bar says, with the answers that make it hold.
func tellBar(w *wording, b *engine.BarResult) string {
	out := []string{w.pack.Bar(b.ID).Text.In(w.Lang)}
	if said := quoteGrounds(w, b); said != "" {
		out = append(out, said)
	}
	return w.Sentences(out)
}

// nameActs names acts.
func (w *wording) nameActs(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, trimFullStop(w.pack.Act(id).Title.In(w.Lang)))
	}
	return w.joinPhrases(out)
}

// nameKinds names kinds of part.
func (w *wording) nameKinds(ids []string) string {
	return w.joinNames(ids, func(id string) string { return w.pack.PartKind(id).Title.In(w.Lang) })
}

// findDecidingBar finds the bar that decided the verdict, among those that the
// options meet; nil if none did.
func findDecidingBar(w *wording) *engine.BarResult {
	if w.rec.DecidedBy.Kind != engine.ByBar {
		return nil
	}
	for i := range w.rec.Options {
		for j := range w.rec.Options[i].BlockedBy {
			if b := &w.rec.Options[i].BlockedBy[j]; b.ID == w.rec.DecidedBy.ID && rulesOut(*b) {
				return b
			}
		}
	}
	return nil
}

// rulesOut reports whether a bar or limit rules out for good.
func rulesOut(b engine.BarResult) bool { return b.State == rules.BarredForGood }
