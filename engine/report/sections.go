package report

import "github.com/ajar-decision/ajar/engine/report/page"

// sectionsOf are the sections of a page in their order. A section without content
// is nil and leaves no heading behind; sections know nothing of each other.
type sectionsOf[S any] []func(about S) []page.Block

// compose gives the blocks of all sections.
func (list sectionsOf[S]) compose(about S) []page.Block {
	var p []page.Block
	for _, section := range list {
		p = append(p, section(about)...)
	}
	return p
}
