package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeNumbersSection is the part about the pack's own numbers that the advice hangs on,
// with their reasons: what one who doubts it would look at.
func composeNumbersSection(w *wording) []page.Block {
	list := w.rec.Sensitivity.Numbers
	var out []page.Block
	for rest := list; len(rest) > 0; {
		n := slices.IndexFunc(rest, func(x engine.NumberInfluence) bool { return x.Against != rest[0].Against })
		if n < 0 {
			n = len(rest)
		}
		out = append(out, page.MakeBlock(page.Paragraph, w.NumbersIntro(w.nameRelease(rest[0].Against))))
		var lines [][]string
		for i := range rest[:n] {
			lines = append(lines, describeNumber(w, &rest[i]))
		}
		out = append(out, page.MakeBlocks(page.Item, lines)...)
		rest = rest[n:]
	}
	if out == nil {
		return nil
	}
	return page.MakeSection(w.SectionNumbers(), out)
}

// describeNumber says what a number is, why it is what it is, how much of the doubt comes
// from it, and where it would turn the comparison.
func describeNumber(w *wording, x *engine.NumberInfluence) []string {
	because, value := findNumber(w, x.Number).Because.In(w.Lang), plain.Hundredths(x.Value)
	line := ""
	switch x.Number.Kind {
	case rules.StrengthNumber:
		line = w.NumberStrength(w.Quoted(trimFullStop(w.pack.Argument(x.Number.Rule).Text.In(w.Lang))), value)
	case rules.FactorNumber:
		line = w.NumberFactor(w.Quoted(trimFullStop(w.pack.Moderator(x.Number.Rule).Text.In(w.Lang))), value)
	case rules.CaptureNumber, rules.RaiseNumber:
		line = w.NumberCapture(w.nameRelease(x.Number.Rule), nameCaptured(w, x.Number), value)
	}
	turns := w.NumberTurnsNever()
	if x.TurnsAt.Exists() {
		turns = w.NumberTurns(plain.Hundredths(float64(x.TurnsAt)))
	}
	return []string{line, because, w.NumberShare(plain.Hundredths(x.Share)), turns}
}

// nameCaptured says of what a capture says how much is secured.
func nameCaptured(w *wording, id rules.NumberID) string {
	switch d := w.pack.Dimension(id.On); {
	case id.Side == "":
		return w.NumberOfClaim(w.Quoted(trimFullStop(w.pack.Argument(id.On).Text.In(w.Lang))))
	case d != nil && id.Side == rules.Open:
		return w.NumberOfOpenIn(w.Quoted(d.Title.In(w.Lang)))
	case d != nil:
		return w.NumberOfClosedIn(w.Quoted(d.Title.In(w.Lang)))
	case id.Side == rules.Open:
		return w.NumberOfOpen()
	}
	return w.NumberOfClosed()
}

// findNumber finds a number of the pack by its id.
func findNumber(w *wording, id rules.NumberID) rules.Number {
	if id.Kind == rules.StrengthNumber {
		return w.pack.StrengthNumber(w.pack.Argument(id.Rule))
	}
	if id.Kind == rules.FactorNumber {
		return w.pack.FactorNumber(w.pack.Moderator(id.Rule))
	}
	o, f := w.pack.Option(id.Rule), &rules.Form{}
	if id.OfForm {
		o, f = w.pack.Form(id.Rule)
	}
	if i := slices.IndexFunc(f.Raises, func(r rules.Raise) bool { return r.Argument == id.On }); id.Kind == rules.RaiseNumber {
		return w.pack.RaiseNumber(f, &f.Raises[i])
	}
	a := w.pack.Argument(id.On)
	if a == nil {
		a = &rules.Argument{Dimension: id.On, Pull: id.Side}
	}
	return w.pack.CaptureNumber(o, f, a)
}
