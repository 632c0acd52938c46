package report

import (
	"fmt"
	"io"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// Write writes the recommendation in one of the formats, with the texts of the
// pack that made it, as [engine.Engine.Pack] gives it or [rules.Load] reads it. The same
// recommendation and options give the same bytes. The error is that of w, or
// says that there is no such format or that the pack is another. How settled the result is, and what would
// change it, is written if [engine.Engine.Analyse] made the recommendation.
func Write(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts ...WriteOption) error {
	return writeReport(w, pack, r, f, opts, func(about *resultWriter) any { return about.buildDocument() }, (*resultWriter).composePage)
}

// WriteBrief writes what fits a screen or two: the advice, how settled it is,
// which way each dimension pulls, what would change it and what to answer next.
// JSON leaves nothing out; it is that of [Write].
func WriteBrief(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts ...WriteOption) error {
	return writeReport(w, pack, r, f, opts, func(about *resultWriter) any { return about.buildDocument() }, (*resultWriter).composeBriefPage)
}

// writeReport writes data or a page about a recommendation.
func writeReport(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts []WriteOption, data func(*resultWriter) any, compose func(*resultWriter) []page.Block) error {
	i := f.find()
	if i < 0 {
		return newFormatError(f)
	}
	if err := checkPack(pack, r); err != nil {
		return err
	}
	s := writeSettings{lang: "en", width: defaultWidth}
	for _, o := range opts {
		o(&s)
	}
	about := newResultWriter(pack, r, s.lang, s.version)
	return formats[i].write(w, content{
		data: func() any { return data(about) },
		page: func() *page.Page {
			p := &page.Page{Tongue: about.Tongue}
			p.Add(compose(about)...)
			return p
		},
	}, &s)
}

// checkPack refuses a pack that did not make the recommendation: its texts would
// be about other rules, or missing.
func checkPack(pack *rules.Pack, r *engine.Recommendation) error {
	if have := pack.Identity(); have != r.Rules {
		return fmt.Errorf("report: the recommendation was made by the pack %s@%s (%s); this pack is %s@%s (%s)",
			r.Rules.Name, r.Rules.Version, r.Rules.Digest, have.Name, have.Version, have.Digest)
	}
	return nil
}
