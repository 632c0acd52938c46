package diag

import (
	"slices"
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
	letters := []rune(got)
	best, bestDist := "", max(1, len(letters)/3)+1
	var d distance
	for _, v := range valid {
		if apart := utf8.RuneCountInString(v) - len(letters); apart >= bestDist || -apart >= bestDist {
			continue // each letter more or less is a step
		}
		if steps := d.between(letters, strings.ToLower(v), bestDist); steps < bestDist {
			best, bestDist = v, steps
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

// distance counts steps between words: insertions, deletions, replacements and swaps of
// neighbours (the optimal string alignment distance). It keeps the rows of its table, since
// thousands of words may be looked at for one. It is here, not in a library, because rules
// and engine keep to one third-party module.
type distance struct {
	word []rune
	rows [3][]int // two letters ago, one letter ago, now
}

// between gives the steps from a to b, or most if there are as many or more.
func (d *distance) between(a []rune, b string, most int) int {
	d.word = d.word[:0]
	for _, r := range b {
		d.word = append(d.word, r)
	}
	for k := range d.rows {
		d.rows[k] = slices.Grow(d.rows[k][:0], len(d.word)+1)[:len(d.word)+1]
	}
	for j := range d.rows[1] {
		d.rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, prev, cur := d.rows[0], d.rows[1], d.rows[2]
		cur[0] = i
		least := i
		for j := 1; j <= len(d.word); j++ {
			cost := 1
			if a[i-1] == d.word[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == d.word[j-2] && a[i-2] == d.word[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
			least = min(least, cur[j])
		}
		if least > most {
			return most // a swap reaches back by one row, and costs a step
		}
		d.rows[0], d.rows[1], d.rows[2] = prev, cur, before
	}
	return min(most, d.rows[1][len(d.word)])
}
