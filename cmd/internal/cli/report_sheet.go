package cli

import (
	"io"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/html"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// newSheetWriters gives the writers of the release sheet, which is for people.
func newSheetWriters(version string) output.Writers[decision] {
	compose := func(d decision, v output.View, code string) (*page.Page, error) {
		v.Lang = code
		return report.ComposeReleaseSheet(d.pack, d.rec, d.optionsFor("", version, v)...)
	}
	return output.Writers[decision]{
		{Format: output.Text, Write: func(d decision, w io.Writer, v output.View) error {
			p, err := compose(d, v, v.Lang)
			if err != nil {
				return err
			}
			return output.WritePage(w, p, v)
		}},
		{Format: output.Markdown, Write: func(d decision, w io.Writer, v output.View) error {
			p, err := compose(d, v, v.Lang)
			if err != nil {
				return err
			}
			_, err = io.WriteString(w, p.DrawMarkdown())
			return err
		}},
		{Format: output.HTML, Write: func(d decision, w io.Writer, v output.View) error {
			return html.WritePages(w, v.Langs, func(code string) (*page.Page, error) { return compose(d, v, code) })
		}},
	}
}
