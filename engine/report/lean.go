package report

import "github.com/ajar-decision/ajar/engine"

// LeanText says in words which way a lean from -1 (closed) to 1 (open) pulls,
// such as "closed, strong", as [Write] does; NaN is "no lean".
func LeanText(lean float64, lang string) string {
	w := wording{texts: textsIn(lang)}
	return w.describeLean(engine.Interval{Nominal: lean})
}
