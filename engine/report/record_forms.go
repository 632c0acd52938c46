package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// recordForm is a form with its definition and what it is worth here.
type recordForm struct {
	option *rules.Option
	form   *rules.Form
	result *engine.FormResult
}

// listRecordForms lists all forms: those that can be had, the best first; then all others
// from the narrowest to the widest.
func listRecordForms(w *wording) []recordForm {
	var out []recordForm
	for i := range w.rec.Options {
		o := w.pack.Option(w.rec.Options[i].ID)
		for j := range w.rec.Options[i].Forms {
			f := &w.rec.Options[i].Forms[j]
			out = append(out, recordForm{o, o.Form(f.ID), f})
		}
	}
	slices.SortStableFunc(out, func(a, b recordForm) int {
		switch {
		case a.result.Available != b.result.Available:
			if a.result.Available {
				return -1
			}
			return 1
		case !a.result.Available || a.result.Value.Nominal == b.result.Value.Nominal || !a.result.Value.Exists() || !b.result.Value.Exists():
			return 0
		case a.result.Value.Nominal > b.result.Value.Nominal:
			return -1
		}
		return 1
	})
	return out
}
