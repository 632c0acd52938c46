package report

import (
	"io"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/detach"
)

// Write writes the recommendation in one of the formats, with the texts of the
// pack that made it, as [engine.Engine.Pack] gives it or [rules.Load] reads it.
// The same recommendation and options give the same bytes. The error is that of
// w, or says that there is no such format or that the pack is another. How
// settled the result is, and what would change it, is written if
// [engine.Engine.Analyse] made the recommendation.
func Write(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts ...WriteOption) error {
	if f == CSV {
		if err := checkPack(pack, r); err != nil {
			return err
		}
		s := applyOptions(opts)
		table, err := findTable(s.table)
		if err != nil {
			return err
		}
		return writeCSV(w, newWording(pack, r, s), table)
	}
	return writeReport(w, pack, r, f, opts, func(about *wording) any { return buildDocument(about) }, composerOf(applyOptions(opts).extent))
}

// WriteSensitivity writes all that would change a recommendation made by
// [engine.Engine.Analyse]: a tornado of the weights, every change of facts, and
// how weightings divide among the options. Formats, options and errors are
// those of [Write], and ErrNotAnalysed.
func WriteSensitivity(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts ...WriteOption) error {
	if r != nil && r.Sensitivity == nil {
		return ErrNotAnalysed
	}
	return writeReport(w, pack, r, f, opts, func(about *wording) any { return buildSensitivityDocument(about) }, sensitivityPage.compose)
}

// WriteWhatIf writes what other answers do to a result: before, after, what
// moved and why. Both recommendations are of the same pack and made by
// [engine.Engine.Analyse]. Formats, options and errors are those of [Write].
func WriteWhatIf(w io.Writer, pack *rules.Pack, before, after *engine.Recommendation, f Format, opts ...WriteOption) error {
	if err := checkPack(pack, before); err != nil {
		return err
	}
	with := func(now *wording) *whatIf {
		return &whatIf{newWording(pack, before, &writeSettings{lang: now.Lang, version: now.version, positions: now.positions}), now}
	}
	return writeReport(w, pack, after, f, opts,
		func(now *wording) any { return with(now).buildWhatIfDocument() },
		func(now *wording) []page.Block { return whatIfPage.compose(with(now)) })
}

// Document gives the JSON document of a recommendation with its texts in lang
// ("zh", else English). Version names the program; "" leaves it null, as
// the calibration is. The pack is the one that the recommendation names; the document has
// no memory in common with either.
func Document(pack *rules.Pack, r *engine.Recommendation, lang, version string) (*Result, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	d := buildDocument(newWording(pack, r, &writeSettings{lang: lang, version: version}))
	detach.Detach(d)
	return d, nil
}

// writeReport writes data or a page about a recommendation.
func writeReport(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts []WriteOption, data func(*wording) any, compose func(*wording) []page.Block) error {
	i := f.find()
	if i < 0 {
		return newFormatError(f)
	}
	if err := checkPack(pack, r); err != nil {
		return err
	}
	s := applyOptions(opts)
	about := newWording(pack, r, s)
	return formats[i].write(s.newGuard(w), content{
		data: func() any { return data(about) },
		page: func() *page.Page {
			p := &page.Page{Tongue: about.Tongue, Compact: s.extent == PageExtent}
			p.Add(compose(about)...)
			return p
		},
	}, s)
}
