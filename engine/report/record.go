package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// A decision record has the headings of MADR 4, so that tools for such records read it.
// What ajar advises and what people decided are two things in it.

// RecordPart is a part of a decision record, which has a name so that it is found again.
type RecordPart struct {
	Name string
	Page *page.Page
}

// recordParts are the parts of a record in their order.
var recordParts = []struct {
	name    string
	compose func(*record) []page.Block
}{
	{"title", composeRecordTitle},
	{"context", composeRecordContext},
	{"drivers", composeRecordDrivers},
	{"options", composeRecordOptions},
	{"outcome", composeRecordOutcome},
	{"consequences", composeRecordConsequences},
	{"confirmation", composeRecordConfirmation},
	{"pros", composeRecordPros},
	{"more", composeRecordMore},
}

// RecordPartNames lists the names of the parts of a decision record in their order.
func RecordPartNames() []string {
	out := make([]string, len(recordParts))
	for i := range recordParts {
		out[i] = recordParts[i].name
	}
	return out
}

// ComposeRecord composes a decision record in the language of the options, for a writer of
// such files, as package adr is. The form of the resolution is one of the pack, or "".
// Profile is what a command would call the profile. Errors are those of [Write].
func ComposeRecord(pack *rules.Pack, r *engine.Recommendation, res Resolution, profile string, opts ...WriteOption) ([]RecordPart, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	settings := applyOptions(opts)
	rec := &record{wording: newWording(pack, r, settings), res: res, profile: profile, unsaved: settings.checked, reading: readProfile(pack, &r.Profile)}
	out := make([]RecordPart, len(recordParts))
	for i, part := range recordParts {
		p := &page.Page{Tongue: rec.Tongue}
		p.Add(part.compose(rec)...)
		out[i] = RecordPart{part.name, p}
	}
	return out, nil
}
