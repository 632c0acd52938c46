package cli

import (
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// writePaged writes what has a page for people and data for programs.
func (a *app) writePaged(verb string, page func(lang string) *page.Page, data func(lang string) any) error {
	return a.out.Write(output.PageWriters.Document(verb, output.Paged{Page: page, Data: data}))
}
