package engine

import (
	"slices"
)

// matchesScope reports whether advice is for what is recommended.
func (r *Recommendation) matchesScope(list []string) bool {
	return len(list) == 0 || slices.Contains(list, string(r.Stance)) ||
		r.Split != "" && slices.Contains(list, r.Split) ||
		r.Split == "" && r.Option != "" && slices.Contains(list, r.Option)
}
