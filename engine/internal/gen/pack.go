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

// maker holds the pack while it grows.
type maker struct {
	t     *rapid.T
	p     *rules.Pack
	names []string // unused ids, in random order
}

// Pack draws a pack.
func Pack(t *rapid.T, size Size) *rules.Pack {
	m := &maker{t: t, p: &rules.Pack{Name: "random", Version: "1.0.0"}, names: ids(t)}
	m.constants()
	for i := range m.count("sources", 1, 3) {
		m.p.Sources = append(m.p.Sources, rules.Source{ID: "source_" + strconv.Itoa(i), Title: "Source", Mark: "found"})
	}
	for _, id := range []string{"code", "weights", "data"} {
		m.p.Components = append(m.p.Components, rules.Component{ID: id, Title: text(id)})
	}
	for range m.count("facts", 2, size.Facts) {
		m.fact()
	}
	m.priorities()
	m.dimensions(m.count("dimensions", 2, size.Dimensions))
	m.options(m.count("options", 3, size.Options))
	for range m.count("vetoes", 0, 3) {
		m.veto()
	}
	m.advice()
	return m.p
}

// ids are plain names in random order, so that the order in which things are
// made says nothing about the order of their ids.
func ids(t *rapid.T) []string {
	list := make([]string, 100)
	for i := range list {
		list[i] = fmt.Sprintf("%c%c", 'a'+i/10, 'a'+i%10)
	}
	return rapid.Permutation(list).Draw(t, "ids")
}

func (m *maker) id(prefix string) string {
	id := prefix + "_" + m.names[0]
	m.names = m.names[1:]
	return id
}

func (m *maker) count(label string, low, high int) int {
	return rapid.IntRange(low, high).Draw(m.t, label)
}

// chance is true once in n draws.
func (m *maker) chance(label string, n int) bool { return m.count(label, 1, n) == n }

// part draws a number of low/of, ..., high/of.
func (m *maker) part(label string, low, high, of int) float64 {
	return float64(m.count(label, low, high)) / float64(of)
}

func text(s string) rules.Text { return rules.Text{En: s, Zh: "文字" + s} }

func (m *maker) source() []string {
	return []string{m.p.Sources[m.count("source", 0, len(m.p.Sources)-1)].ID}
}

func (m *maker) constants() {
	beta := 0.0 // now and then: the facts alone then count for nothing beside a priority
	if !m.chance("no beta", 6) {
		beta = m.part("beta", 1, 19, 20)
	}
	k := &m.p.Constants
	k.Beta = rules.Constant{Value: beta, Because: text("because")}
	k.K = rules.Constant{Value: m.part("k", 1, 20, 4), Because: text("because")}
	k.Margin = rules.Constant{Value: rapid.SampledFrom([]float64{0, 0.01, 0.02, 0.05, 0.2, 1}).Draw(m.t, "margin"), Because: text("because")}
	k.Cap = rules.Constant{Value: m.part("cap", 10, 20, 10), Because: text("because")}
}

// thresholds are what conditions compare numbers with; the range of every
// number is 0 to 100.
var thresholds = []string{"0", "12.5", "30", "75", "100"}

func (m *maker) fact() {
	f := rules.Fact{ID: m.id("fact"), Title: text("title"), Question: text("question"), Why: text("why"), Source: m.source()}
	f.Type = rapid.SampledFrom([]rules.FactType{rules.BoolFact, rules.EnumFact, rules.OrderedFact, rules.NumberFact}).Draw(m.t, "type")
	switch f.Type {
	case rules.NumberFact:
		f.Max = 100
		f.Unit = text("unit")
	case rules.EnumFact, rules.OrderedFact:
		for i := range m.count("values", 2, 4) {
			f.Values = append(f.Values, rules.FactValue{ID: "v" + strconv.Itoa(i), En: "value", Zh: "值"})
		}
	}
	if len(m.p.Facts) > 0 && m.chance("guarded", 3) {
		f.AskedIf = m.condition(2)
	}
	m.p.Facts = append(m.p.Facts, f)
}

func (m *maker) priorities() {
	for _, pull := range []rules.Stance{rules.Open, rules.Closed} {
		for range m.count("priorities", 1, 4) {
			m.p.Priorities = append(m.p.Priorities, rules.Priority{
				ID: m.id("priority"), Pull: pull, Title: text("title"), Meaning: text("meaning"), Source: m.source(),
			})
		}
	}
}
