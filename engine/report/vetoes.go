package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
)

// appliesNow reports whether a veto or limit counts now, be it by precaution.
func appliesNow(v engine.VetoResult) bool { return v.Certain || v.Precaution }

// vetoWithOptions is a veto or limit with the options that it rules out.
type vetoWithOptions struct {
	*engine.VetoResult
	options []string
}

// collectVetoes gathers the vetoes and limits of all options, each once: those that
// apply or, with pending, those that may apply to what is not ruled out yet.
func collectVetoes(w *wording, pending bool) []vetoWithOptions {
	var out []vetoWithOptions
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		for j := range o.BlockedBy {
			v := &o.BlockedBy[j]
			if appliesNow(*v) == pending || pending && slices.ContainsFunc(o.BlockedBy, appliesNow) {
				continue
			}
			k := slices.IndexFunc(out, func(b vetoWithOptions) bool { return b.ID == v.ID && isSameLimit(b.Limit, v.Limit) })
			if k < 0 {
				out = append(out, vetoWithOptions{VetoResult: v})
				k = len(out) - 1
			}
			out[k].options = append(out[k].options, o.ID)
		}
	}
	return out
}

// isSameLimit reports whether two results are about one limit of the owner, or
// both about none.
func isSameLimit(a, b *engine.Limit) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Because == b.Because && slices.Equal(a.Exclude, b.Exclude)
}

// selectDuties leaves out the duties of which nothing is known yet: as vetoes
// that may apply they are listed already.
func selectDuties(w *wording) []*engine.VetoResult {
	var out []*engine.VetoResult
	for i := range w.rec.Duties {
		if v := &w.rec.Duties[i]; v.Certain || len(w.keepUnknown(v.Facts)) < len(v.Facts) {
			out = append(out, v)
		}
	}
	return out
}

// listVetoesToClear lists the vetoes and limits that apply, the one that binds most
// options first.
func listVetoesToClear(w *wording) []vetoWithOptions {
	list := collectVetoes(w, false)
	slices.SortStableFunc(list, func(a, b vetoWithOptions) int { return len(b.options) - len(a.options) })
	return list
}
