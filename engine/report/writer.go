package report

import (
	"embed"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/rules"
)

//go:embed texts
var textFiles embed.FS

var book = sync.OnceValue(func() *words.Book { return words.Load(textFiles, "texts") })

// writer makes the sentences about one recommendation in one language.
type writer struct {
	words.Tongue
	r       *engine.Recommendation
	version string

	facts      map[string]*rules.Fact
	priorities map[string]*rules.Priority
	dimensions map[string]*rules.Dimension
	options    map[string]*rules.Option
	components map[string]*rules.Component
	sources    map[string]*rules.Source
	results    map[string]*engine.OptionResult
	share      map[string]int // of all weight, by dimension, of 100
}

func newWriter(r *engine.Recommendation, lang, version string) *writer {
	p := r.Pack
	w := &writer{
		Tongue: book().In(lang), r: r, version: version,
		facts:      byID(p.Facts, func(x *rules.Fact) string { return x.ID }),
		priorities: byID(p.Priorities, func(x *rules.Priority) string { return x.ID }),
		dimensions: byID(p.Dimensions, func(x *rules.Dimension) string { return x.ID }),
		options:    byID(p.Options, func(x *rules.Option) string { return x.ID }),
		components: byID(p.Components, func(x *rules.Component) string { return x.ID }),
		sources:    byID(p.Sources, func(x *rules.Source) string { return x.ID }),
		results:    byID(r.Options, func(x *engine.OptionResult) string { return x.ID }),
		share:      dimensionShares(r),
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
