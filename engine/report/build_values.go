package report

import (
	"math"

	"github.com/ajar-decision/ajar/engine"
)

func nilIfEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func nilIfZero(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func nilIfNaN(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	return &x
}

func firstOrNil(list []string) *string {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

func buildInterval(i engine.Interval) Interval {
	return Interval{nilIfNaN(i.Nominal), nilIfNaN(i.Low), nilIfNaN(i.High)}
}
