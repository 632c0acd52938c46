package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// explainFlip is the end of a sentence that says by which rule a change of answers turns
// the verdict; "" if no rule does.
func explainFlip(w *wording, b *engine.FlipBecause) string {
	say := func(holds, gone func(text string) string, text string) string {
		if b.Holds {
			return holds(text)
		}
		return gone(text)
	}
	form := func(of func(form, text string) string) func(string) string {
		return func(text string) string { return of(nameFormOf(w, b.Form), text) }
	}
	if b.Kind == "" {
		return ""
	}
	quoted := w.Quoted(trimFullStop(citeFlipRule(w, b)))
	switch b.Kind {
	case engine.FlipByModerator:
		return say(w.BecauseModerator, w.BecauseModeratorGone, quoted)
	case engine.FlipByRaise:
		return say(form(w.BecauseRaise), form(w.BecauseRaiseGone), quoted)
	case engine.FlipByRequirement:
		if citeFlipRule(w, b) == "" {
			return say(w.BecausePossible, w.BecauseImpossible, nameFormOf(w, b.Form))
		}
		return say(form(w.BecauseRequirement), form(w.BecauseRequirementGone), quoted)
	case engine.FlipByBar:
		return say(form(w.BecauseBar), form(w.BecauseBarGone), quoted)
	}
	return say(w.BecauseArgument, w.BecauseArgumentGone, quoted)
}

// citeFlipRule gives what the rule itself says.
func citeFlipRule(w *wording, b *engine.FlipBecause) string {
	switch b.Kind {
	case engine.FlipByModerator:
		return w.pack.Moderator(b.ID).Text.In(w.Lang)
	case engine.FlipByRaise:
		return findRaise(w, b).Because.In(w.Lang)
	case engine.FlipByRequirement:
		return findRequirement(w, b).In(w.Lang)
	case engine.FlipByBar:
		return w.pack.Bar(b.ID).Text.In(w.Lang)
	}
	return w.pack.Argument(b.ID).Text.In(w.Lang)
}

// nameFormOf gives the name of a form, as it stands in a sentence.
func nameFormOf(w *wording, id string) string {
	_, f := w.pack.Form(id)
	return w.Quoted(f.Title.In(w.Lang))
}

func findRaise(w *wording, b *engine.FlipBecause) *rules.Raise {
	_, f := w.pack.Form(b.Form)
	i := slices.IndexFunc(f.Raises, func(r rules.Raise) bool { return r.Argument == b.ID })
	return &f.Raises[i]
}

// findRequirement gives what the option or the form says that it needs. Where both have
// one id it is the form, if that needs anything of its own.
func findRequirement(w *wording, b *engine.FlipBecause) rules.Text {
	option, form := w.pack.Form(b.Form)
	if form.ID == b.ID && form.Requires != nil {
		return form.RequiresText
	}
	return option.RequiresText
}

// explainWeight is the end of a sentence that says why a weight turns the verdict.
func explainWeight(w *wording, f *engine.FlipWeight) string {
	against := ""
	if f.AgainstPull {
		against = w.AgainstPull()
	}
	b := &f.Because
	var more, less func(more, less, m, l string) string
	switch b.Kind {
	case engine.ThisWish:
		more, less = w.BecauseWishMore, w.BecauseWishLess
	case engine.OtherWishes:
		more, less = w.BecauseOthersMore, w.BecauseOthersLess
	case engine.FactsAlone:
		more, less = w.BecauseFactsMore, w.BecauseFactsLess
	default:
		return against
	}
	say := less
	if b.CountsMore {
		say = more
	}
	m, l := tellApart(b.ByMore, b.ByLess)
	return against + say(nameFormOf(w, b.More), nameFormOf(w, b.Less), m, l)
}

// tellApart writes two shares as parts of 100, with as many decimals as it takes to see
// that they differ.
func tellApart(a, b float64) (string, string) {
	const most = 9
	for decimals := range most {
		if x, y := plain.Fixed(100*a, decimals), plain.Fixed(100*b, decimals); x != y {
			return x, y
		}
	}
	return plain.Fixed(100*a, most), plain.Fixed(100*b, most)
}
