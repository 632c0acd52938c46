package report

import (
	"github.com/ajar-decision/ajar/engine"
)

// resultWriter makes the sentences about one recommendation in one language.
type resultWriter struct {
	texts
	rec     *engine.Recommendation
	version string

	results        map[string]*engine.OptionResult
	dimensionShare map[string]int // of all weight, by dimension, of 100
}

func newResultWriter(r *engine.Recommendation, lang, version string) *resultWriter {
	w := &resultWriter{
		texts: textsIn(lang), rec: r, version: version,
		results:        indexByID(r.Options, func(x *engine.OptionResult) string { return x.ID }),
		dimensionShare: roundDimensionShares(r),
	}
	return w
}

func indexByID[T any](list []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}
