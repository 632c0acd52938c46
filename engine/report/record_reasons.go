package report

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// What a form says on each side.
const (
	prosPerSide         = 2 // of one form among others
	consequencesPerSide = 4 // of the form that the record is about
)

// leastMissed is the part of an argument that is worth telling as missed.
const leastMissed = 0.05

// metArgument is an argument with the part of it that a form meets, from 0 to 1.
type metArgument struct {
	*engine.ArgumentResult
	part float64
}

// listMetArguments lists the arguments that count with what a form meets of each.
func listMetArguments(r *record, f recordForm) []metArgument {
	var out []metArgument
	for i := range r.rec.Dimensions {
		for j := range r.rec.Dimensions[i].Arguments {
			a := &r.rec.Dimensions[i].Arguments[j]
			part := f.option.CaptureOf(f.form, r.pack.Argument(a.ID))
			for k := range f.form.Raises {
				if x := &f.form.Raises[k]; x.Argument == a.ID && r.reading.Truth(x.When) == rules.True {
					part = x.Capture
				}
			}
			out = append(out, metArgument{a, part})
		}
	}
	return out
}

// pickArguments takes those that count most on one side.
func pickArguments(list []metArgument, count func(metArgument) float64, most int) []metArgument {
	slices.SortStableFunc(list, func(a, b metArgument) int { return cmp.Compare(count(b), count(a)) })
	return list[:min(most, len(list))]
}

// namePole names the side that an argument is for.
func namePole(w *wording, pull rules.Stance) string {
	if pull == rules.Open {
		return w.RecordOpenness()
	}
	return w.RecordClosure()
}

// isMet reports whether a form meets more of an argument than it leaves.
func isMet(a metArgument) bool { return a.part >= 0.5 }

// pickGood picks the arguments that a form meets most of.
func pickGood(list []metArgument, most int) []metArgument {
	met := slices.DeleteFunc(slices.Clone(list), func(a metArgument) bool { return !isMet(a) })
	return pickArguments(met, func(a metArgument) float64 { return a.Mass * a.part }, most)
}

// pickBad picks the arguments that a form leaves more of than it meets; where there are
// none, those of which it leaves anything, but for those that speak for it already.
func pickBad(list, good []metArgument, most int) []metArgument {
	missed := slices.DeleteFunc(slices.Clone(list), isMet)
	if len(missed) == 0 {
		missed = slices.DeleteFunc(slices.Clone(list), func(a metArgument) bool { return 1-a.part < leastMissed || slices.Contains(good, a) })
	}
	return pickArguments(missed, func(a metArgument) float64 { return a.Mass * (1 - a.part) }, most)
}

// listGoodAndBad says what speaks for a form and what against it: the bars that forbid it,
// its danger, and the arguments that count.
func listGoodAndBad(r *record, f recordForm, most int) []string {
	all := listMetArguments(r, f)
	good := pickGood(all, most)
	var out []string
	for _, a := range good {
		out = append(out, r.RecordGood(namePole(r.wording, a.Pull), sayReason(r.wording, a.ArgumentResult), formatPoints(a.Mass), plain.Hundredths(a.part)))
	}
	if f.result.Barred == rules.BarredForGood {
		for _, id := range f.result.Bars {
			out = append(out, r.RecordBadBarred(r.pack.Bar(id).Text.In(r.Lang)))
		}
	}
	if text := f.form.Danger.In(r.Lang); text != "" {
		out = append(out, r.RecordBadDanger(text))
	}
	for _, a := range pickBad(all, good, most) {
		out = append(out, r.RecordBad(namePole(r.wording, a.Pull), sayReason(r.wording, a.ArgumentResult), formatPoints(a.Mass), plain.Hundredths(a.part)))
	}
	return out
}
