package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// resultWriter makes the sentences about one recommendation in one language.
type resultWriter struct {
	texts
	pack    *rules.Pack // that made it
	rec     *engine.Recommendation
	version string

	results        map[string]*engine.OptionResult
	dimensionShare map[string]int // of all weight, by dimension, of 100
}

func newResultWriter(pack *rules.Pack, r *engine.Recommendation, lang, version string) *resultWriter {
	w := &resultWriter{
		texts: textsIn(lang), pack: pack, rec: r, version: version,
		results:        indexByID(r.Options, func(x *engine.OptionResult) string { return x.ID }),
		dimensionShare: roundDimensionShares(r),
	}
	return w
}

// findSplit finds the split of the verdict, nil if there is none.
func (w *resultWriter) findSplit() *rules.Split {
	if w.rec.Split == "" {
		return nil
	}
	return w.pack.Option(w.rec.Option).Split(w.rec.Split)
}

func indexByID[T any](list []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}
