package gen

import (
	"fmt"
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

// packMaker holds the pack while it grows.
type packMaker struct {
	t     *rapid.T
	p     *rules.Pack
	names []string // unused ids, in random order
}

// Pack draws a pack.
func Pack(t *rapid.T, size Size) *rules.Pack {
	m := &packMaker{t: t, p: &rules.Pack{Name: "random", Version: "1.0.0"}, names: drawIDs(t)}
	m.addConstants()
	for i := range m.drawCount("sources", 1, 3) {
		m.p.Sources = append(m.p.Sources, rules.Source{ID: "source_" + strconv.Itoa(i), Title: rules.Text{"en": "Source"}, Mark: "found"})
	}
	for _, id := range []string{"code", "weights", "data"} {
		m.p.Components = append(m.p.Components, rules.Component{ID: id, Title: bilingualText(id)})
	}
	for range m.drawCount("facts", 2, size.Facts) {
		m.addFact()
	}
	m.addPriorities()
	m.addDimensions(m.drawCount("dimensions", 2, size.Dimensions))
	m.addOptions(m.drawCount("options", 3, size.Options))
	for range m.drawCount("vetoes", 0, 3) {
		m.addVeto()
	}
	m.addAdvice()
	return m.p
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

func bilingualText(s string) rules.Text { return rules.Text{"en": s, "zh": "文字" + s} }

func (m *packMaker) drawSource() []string {
	return []string{m.p.Sources[m.drawCount("source", 0, len(m.p.Sources)-1)].ID}
}

func (m *packMaker) addConstants() {
	beta := 0.0 // now and then: the facts alone then count for nothing beside a priority
	if !m.drawChance("no beta", 6) {
		beta = m.drawFraction("beta", 1, 19, 20)
	}
	k := &m.p.Constants
	k.Beta = rules.Constant{Value: beta, Because: bilingualText("because")}
	k.K = rules.Constant{Value: m.drawFraction("k", 1, 20, 4), Because: bilingualText("because")}
	k.Margin = rules.Constant{Value: rapid.SampledFrom([]float64{0, 0.01, 0.02, 0.05, 0.2, 1}).Draw(m.t, "margin"), Because: bilingualText("because")}
	k.Cap = rules.Constant{Value: m.drawFraction("cap", 10, 20, 10), Because: bilingualText("because")}
}

// thresholds are what conditions compare numbers with; the range of every
// number is 0 to 100.
var thresholds = []string{"0", "12.5", "30", "75", "100"}

func (m *packMaker) addFact() {
	f := rules.Fact{ID: m.nextID("fact"), Title: bilingualText("title"), Question: bilingualText("question"), Why: bilingualText("why"), Source: m.drawSource()}
	f.Type = rapid.SampledFrom([]rules.FactType{rules.BoolFact, rules.EnumFact, rules.OrderedFact, rules.NumberFact}).Draw(m.t, "type")
	switch f.Type {
	case rules.NumberFact:
		f.Max = 100
		f.Unit = bilingualText("unit")
	case rules.EnumFact, rules.OrderedFact:
		for i := range m.drawCount("values", 2, 4) {
			f.Values = append(f.Values, rules.FactValue{ID: "v" + strconv.Itoa(i), Label: rules.Text{"en": "value", "zh": "值"}})
		}
	}
	if len(m.p.Facts) > 0 && m.drawChance("guarded", 3) {
		f.AskedIf = m.drawCondition(2)
	}
	m.p.Facts = append(m.p.Facts, f)
}

func (m *packMaker) addPriorities() {
	for _, pull := range []rules.Stance{rules.Open, rules.Closed} {
		for range m.drawCount("priorities", 1, 4) {
			m.p.Priorities = append(m.p.Priorities, rules.Priority{
				ID: m.nextID("priority"), Pull: pull, Title: bilingualText("title"), Meaning: bilingualText("meaning"), Source: m.drawSource(),
			})
		}
	}
}
