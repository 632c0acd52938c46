package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// A decision record has the headings of MADR 4, so that tools for such records read it.
// What ajar advises and what people decided are two things in it.

// The words for the status of a record that mean something to ajar. People may write any
// other, such as "rejected" or "superseded by ADR-0007", which is kept.
const (
	StatusProposed = "proposed" // nobody has decided
	StatusAccepted = "accepted"
)

// Resolution is what people decided, as a decision record keeps it. The zero Resolution
// says that nobody has.
type Resolution struct {
	Status   string   // "" is StatusProposed
	Form     string   // what was decided, by the id of a form; "" if that is not kept
	Deciders []string // by name
	Because  string
	// Advised is the form that was advised when this was decided, "" for none.
	Advised string
}

// IsOpen reports whether nobody has decided.
func (r *Resolution) IsOpen() bool { return r.Status == "" || r.Status == StatusProposed }

// RecordPart is a part of a decision record, which has a name so that it is found again.
type RecordPart struct {
	Name string
	Page *page.Page
}

// record is what the parts of a decision record are composed from.
type record struct {
	*wording
	res Resolution
	// profile is what a command calls the profile.
	profile string
	reading *rules.Reading
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
	rec := &record{wording: newWording(pack, r, applyOptions(opts)), res: res, profile: profile, reading: readProfile(pack, &r.Profile)}
	out := make([]RecordPart, len(recordParts))
	for i, part := range recordParts {
		p := &page.Page{Tongue: rec.Tongue}
		p.Add(part.compose(rec)...)
		out[i] = RecordPart{part.name, p}
	}
	return out, nil
}

// readProfile reads conditions with the answers of a profile.
func readProfile(pack *rules.Pack, p *engine.Profile) *rules.Reading {
	answers := make(map[string]string, len(p.Facts))
	for id, a := range p.Facts {
		answers[id] = a.String()
	}
	return pack.ReadAnswers(answers)
}

// subject is the form that the record is about: what was decided, else what is advised;
// "" if nothing is.
func (r *record) subject() string {
	if r.res.Form != "" {
		return r.res.Form
	}
	return r.rec.Form
}

// titleForm is the title of a form, which an option of the same id may have another of.
func titleForm(w *wording, form string) string {
	_, f := w.pack.Form(form)
	return f.Title.In(w.Lang)
}

// findFormResult finds what a form is worth here.
func findFormResult(w *wording, id string) (*engine.OptionResult, *engine.FormResult) {
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		for j := range o.Forms {
			if o.Forms[j].ID == id {
				return o, &o.Forms[j]
			}
		}
	}
	return nil, nil
}

// composeRecordTitle names what is released and how.
func composeRecordTitle(r *record) []page.Block {
	name, title := r.rec.Profile.Name, r.RecordTitleNoneNameless()
	switch form := r.subject(); {
	case form != "" && name != "":
		title = r.RecordTitle(name, titleForm(r.wording, form))
	case form != "":
		title = r.RecordTitleNameless(titleForm(r.wording, form))
	case name != "":
		title = r.RecordTitleNone(name)
	}
	return []page.Block{page.MakeBlock(page.Title, title)}
}
