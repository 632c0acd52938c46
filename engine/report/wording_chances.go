package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/plain"
)

// acceptabilityNearStated gives the acceptability of the available options around the stated
// weights, nil if it is not known.
func (w *wording) acceptabilityNearStated() []engine.Acceptability {
	if w.rec.Sensitivity == nil {
		return nil
	}
	return w.rec.Sensitivity.Acceptability
}

func findAcceptability(list []engine.Acceptability, option string) *engine.Acceptability {
	i := slices.IndexFunc(list, func(a engine.Acceptability) bool { return a.Option == option })
	if i < 0 {
		return nil
	}
	return &list[i]
}

// formatChances gives a share as a whole number of 100 that never says all or none
// where it is not.
func (w *wording) formatChances(share float64) string {
	switch {
	case isFew(share):
		return w.ChanceFew()
	case isFew(1 - share):
		return w.ChanceMost()
	}
	return w.Chance(plain.Hundredths(share))
}

// isFew reports whether a share is some, and less than 1 of 100.
func isFew(share float64) bool { return share > 1e-9 && share < 0.01 }

// chances are the shares of all options as they are printed: what stands as whole
// numbers adds up to 100, less what stands as "under 1".
type chances struct {
	shares map[string]float64
	whole  map[string]int // none for few and for most
}

func allotChances(list []engine.Acceptability) chances {
	c := chances{map[string]float64{}, map[string]int{}}
	few, fews, most := 0.0, 0, false
	var ids []string
	var parts []float64
	for _, a := range list {
		c.shares[a.Option] = a.Share
		switch {
		case isFew(a.Share):
			few, fews = few+a.Share, fews+1
		case isFew(1 - a.Share):
			most = true
		default:
			ids, parts = append(ids, a.Option), append(parts, a.Share)
		}
	}
	if most {
		return c // all others are few, or none
	}
	left := max(100-fews, 100-int(math.Round(100*few)))
	for i, n := range roundToSum(parts, left) {
		c.whole[ids[i]] = n
	}
	return c
}

// say gives the share of the options for which of holds, together: the sum of what
// is printed for each.
func (c chances) say(w *wording, of func(option string) bool) string {
	sum, share := 0, 0.0
	for option, x := range c.shares {
		if of(option) {
			sum, share = sum+c.whole[option], share+x
		}
	}
	if isFew(share) || isFew(1-share) || sum == 0 || share > 1-1e-9 {
		return w.formatChances(share)
	}
	return w.Chance(strconv.Itoa(sum))
}

// sayAlone is that of one option where the number stands alone.
func (c chances) sayAlone(w *wording, option string) string {
	return strings.TrimSpace(c.sayOf(w, option))
}

// sayOf gives the share of one option.
func (c chances) sayOf(w *wording, option string) string {
	return c.say(w, func(o string) bool { return o == option })
}
