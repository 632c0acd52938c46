package dialogue

import "github.com/ajar-decision/ajar/engine/session"

// ShowQuestion lets tests count what a person reads.
func (d *Dialogue) ShowQuestion(q *session.Question) { d.showQuestion(q) }

// CountSeconds is how long a text and its questions take.
func CountSeconds(text string, questions int) float64 { return countSeconds(text, questions) }

// DrainInput reads what nobody asked for, so that whoever reads lines comes to an end: that
// alone matters.
func (d *Dialogue) DrainInput() {
	for range d.lines {
	}
}
