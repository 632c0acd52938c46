package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// WriteWhy writes why the dimensions lean as they do: that of an id, or all of them for "".
// As JSON these are the dimensions of [Result]. Formats, options and errors are those of
// [Write]; a dimension that the recommendation does not have is an error too.
func WriteWhy(w io.Writer, pack *rules.Pack, r *engine.Recommendation, dimension string, f Format, opts ...WriteOption) error {
	if err := checkPack(pack, r); err != nil {
		return err
	}
	chosen := slices.DeleteFunc(slices.Clone(r.Dimensions), func(d engine.DimensionResult) bool { return dimension != "" && d.ID != dimension })
	if len(chosen) == 0 {
		return fmt.Errorf("report: the recommendation has no dimension %q", dimension)
	}
	return writeReport(w, pack, r, f, opts,
		func(about *wording) any { return mapWith(about, chosen, buildDimension) },
		func(about *wording) []page.Block { return composeWhy(about, chosen) })
}

func composeWhy(w *wording, dimensions []engine.DimensionResult) []page.Block {
	out := []page.Block{page.MakeBlock(page.Title, describeCardHeadline(w))}
	if w.rec.Stance == engine.NoBasis {
		return out
	}
	for i := range dimensions {
		out = append(out, composeJustification(w, &dimensions[i])...)
	}
	return out
}
