package report

import (
	"slices"
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

func sumShares(list []engine.Acceptability, of func(option string) bool) float64 {
	sum := 0.0
	for _, a := range list {
		if of(a.Option) {
			sum += a.Share
		}
	}
	return sum
}

// formatChances gives a share as a whole number of 100 that never says all or none
// where it is not.
func (w *wording) formatChances(share float64) string {
	switch {
	case share > 1e-9 && share < 0.01:
		return w.ChanceFew()
	case share > 0.99 && share < 1-1e-9:
		return w.ChanceMost()
	}
	return w.Chance(plain.Hundredths(share))
}

// formatChancesAlone is that for where the number stands alone.
func (w *wording) formatChancesAlone(share float64) string {
	return strings.TrimSpace(w.formatChances(share))
}
