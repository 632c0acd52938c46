package engine

import (
	"slices"
)

// matchesScope reports whether advice is for what is recommended: for its stance, its
// form, or its option. An id that a mixed option shares with one of its forms means
// the form, any other id of an option all of its forms.
func (e *Engine) matchesScope(r *Recommendation, list []string) bool {
	switch {
	case len(list) == 0 || slices.Contains(list, string(r.Stance)):
		return true
	case r.Option == "":
		return false
	case r.Form != r.Option && slices.Contains(list, r.Form):
		return true
	case !slices.Contains(list, r.Option):
		return false
	}
	own := r.Stance == Mixed && e.rules.Options[e.rules.OptionIndex[r.Option]].HasOwnForm
	return !own || r.Form == r.Option
}

// isMeantFor reports whether what is said for some releases and not for others is for
// what is recommended.
func (e *Engine) isMeantFor(r *Recommendation, list, not []string) bool {
	return e.matchesScope(r, list) && (len(not) == 0 || !e.matchesScope(r, not))
}
