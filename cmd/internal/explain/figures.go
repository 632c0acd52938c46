package explain

import (
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// ownDoubt is what the pack says of how far one number may be off.
type ownDoubt struct {
	Value   float64 `json:"value"`
	Because string  `json:"because"`
}

func translateDoubt(m *explainer, d *rules.Doubt) *ownDoubt {
	if d == nil {
		return nil
	}
	return &ownDoubt{d.Value, m.translateText(d.Because)}
}

// addCaptureDoubt adds to a text about captures how far they may be off, where the pack
// says so of them alone.
func addCaptureDoubt(m *explainer, text string, d *rules.Doubt) string {
	if d == nil {
		return text
	}
	return m.words.OwnDoubtOfCapture(text, formatPercent(d.Value), m.translateText(d.Because))
}

func formatPercent(x float64) string { return plain.Significant(100*x, 3) + "%" }
