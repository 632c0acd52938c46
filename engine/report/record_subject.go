package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
)

// record is what the parts of a decision record are composed from.
type record struct {
	*wording
	res Resolution
	// profile is what a command calls the profile.
	profile string
	// unsaved is the file in which the answers have to be saved before a check; "" if a
	// check of the profile reads them.
	unsaved string
	reading *rules.Reading
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

// headRecordPart gives a heading as MADR has it, which is English, and behind it the same in
// the language of the record: tools look for the first, people read the second.
func headRecordPart(r *record, say func(texts) string) string {
	heading, text := say(textsIn(lang.Default)), say(r.texts)
	if heading == text {
		return heading
	}
	return r.RecordHeading(heading, text)
}
