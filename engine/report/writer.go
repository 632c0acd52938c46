package report

import (
	"embed"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/words"
)

//go:embed texts
var textFiles embed.FS

var book = sync.OnceValue(func() *words.Book { return words.Load(textFiles, "texts") })

// writer makes the sentences about one recommendation in one language.
type writer struct {
	words.Tongue
	r       *engine.Recommendation
	version string

	results map[string]*engine.OptionResult
	share   map[string]int // of all weight, by dimension, of 100
}

func newWriter(r *engine.Recommendation, lang, version string) *writer {
	w := &writer{
		Tongue: book().In(lang), r: r, version: version,
		results: byID(r.Options, func(x *engine.OptionResult) string { return x.ID }),
		share:   dimensionShares(r),
	}
	return w
}

func byID[T any](list []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}
