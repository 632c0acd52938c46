package diag

import (
	"strings"
	"unicode/utf8"
)

// Nearest gives the valid name with the least edit distance to got, or "" if
// none is near enough to be a likely slip (a third of the length, at least
// 1). Of several equally near names the first wins, so the order of valid
// decides and the result is the same in every run.
func Nearest(got string, valid []string) string {
	got = strings.ToLower(strings.TrimSpace(got))
	// A name longer than any id is no slip of one, and comparing it is slow.
	if len(got) > 80 {
		return ""
	}
	best, bestDist := "", max(1, utf8.RuneCountInString(got)/3)+1
	for _, v := range valid {
		if d := editDistance(got, strings.ToLower(v)); d < bestDist {
			best, bestDist = v, d
		}
	}
	return best
}

// findUnlike finds the first character beyond ASCII that the other name does not have, 0 if
// there is none.
func findUnlike(got, other string) rune {
	for _, r := range got {
		if r >= utf8.RuneSelf && !strings.ContainsRune(other, r) {
			return r
		}
	}
	return 0
}

// editDistance is the optimal string alignment distance: insertions, deletions,
// replacements and swaps of neighbours count 1 each. It is here, not in a
// library, because rules and engine keep to one third-party module.
func editDistance(a, b string) int {
	s, t := []rune(a), []rune(b)
	var before []int
	prev := make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(s); i++ {
		cur := make([]int, len(t)+1)
		cur[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		before, prev = prev, cur
	}
	return prev[len(t)]
}
