package gen

import (
	"strconv"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules"
)

// Size bounds what Pack makes.
type Size struct {
	Facts      int // at most, at least 2
	Dimensions int // at most, at least 2
	Options    int // at most, at least 3
}

// Usual is large enough for everything to meet everything; Small keeps the
// number of complete answers low enough to try them all.
var (
	Usual = Size{Facts: 9, Dimensions: 5, Options: 7}
	Small = Size{Facts: 4, Dimensions: 3, Options: 5}
)

// Pack draws a pack.
func Pack(t *rapid.T, size Size) *rules.Pack {
	m := &packMaker{t: t, p: &rules.Pack{Name: "random", Version: "1.0.0"}, names: drawIDs(t)}
	for i := range m.drawCount("sources", 1, 3) {
		m.p.Sources = append(m.p.Sources, rules.Source{ID: "source_" + strconv.Itoa(i), Title: rules.Text{{"en", "Source"}}, Mark: "found"})
	}
	m.addConstants()
	for _, id := range []string{"code", "weights", "data"} {
		m.p.Components = append(m.p.Components, rules.Component{ID: id, Title: bilingualText(id)})
	}
	for range m.drawCount("facts", 2, size.Facts) {
		m.addFact()
	}
	m.addPriorities()
	m.addDimensions(m.drawCount("dimensions", 2, size.Dimensions))
	m.addOptions(m.drawCount("options", 3, size.Options))
	m.addLaw()
	m.addAdvice()
	m.addCounsel()
	m.addExclusions()
	return m.p
}
