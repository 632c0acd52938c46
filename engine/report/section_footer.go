package report

import "github.com/ajar-decision/ajar/engine/report/page"

// composeFooter is the last line, by the program that shows the page.
func composeFooter(w *wording) []page.Block {
	if w.footer == "" {
		return nil
	}
	return []page.Block{{Kind: page.Gap}, page.MakeBlock(page.Text, w.footer)}
}
