package gen

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules"
)

// packMaker holds the pack while it grows.
type packMaker struct {
	t     *rapid.T
	p     *rules.Pack
	names []string // unused ids, in random order
}

// drawIDs are plain names in random order, so that the order in which things are
// made says nothing about the order of their ids.
func drawIDs(t *rapid.T) []string {
	list := make([]string, 100)
	for i := range list {
		list[i] = fmt.Sprintf("%c%c", 'a'+i/10, 'a'+i%10)
	}
	return rapid.Permutation(list).Draw(t, "ids")
}

func (m *packMaker) nextID(prefix string) string {
	id := prefix + "_" + m.names[0]
	m.names = m.names[1:]
	return id
}

func (m *packMaker) drawCount(label string, low, high int) int {
	return rapid.IntRange(low, high).Draw(m.t, label)
}

// drawChance is true once in n draws.
func (m *packMaker) drawChance(label string, n int) bool { return m.drawCount(label, 1, n) == n }

// drawFraction draws a number of low/of, ..., high/of.
func (m *packMaker) drawFraction(label string, low, high, of int) float64 {
	return float64(m.drawCount(label, low, high)) / float64(of)
}

func bilingualText(s string) rules.Text { return rules.Text{{"en", s}, {"zh", "文字" + s}} }

func (m *packMaker) drawSource() []string {
	return []string{m.p.Sources[m.drawCount("source", 0, len(m.p.Sources)-1)].ID}
}

// thresholds are what conditions compare numbers with; the range of every
// number is 0 to 100.
var thresholds = []string{"0", "12.5", "30", "75", "100"}
