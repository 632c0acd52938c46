package gen

import (
	"strconv"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules"
)

func (m *packMaker) addConstants() {
	beta := 0.0 // now and then: the facts alone then count for nothing beside a priority
	if !m.drawChance("no beta", 6) {
		beta = m.drawFraction("beta", 1, 19, 20)
	}
	k := &m.p.Constants
	k.Beta = m.makeConstant(beta)
	k.K = m.makeConstant(m.drawFraction("k", 1, 20, 4))
	k.Margin = m.makeConstant(rapid.SampledFrom([]float64{0, 0.01, 0.02, 0.05, 0.2, 1}).Draw(m.t, "margin"))
	k.Cap = m.makeConstant(m.drawFraction("cap", 10, 20, 10))
	for _, doubt := range []**rules.Constant{&k.StrengthDoubt, &k.FactorDoubt, &k.CaptureDoubt} {
		if m.drawChance("doubt of a kind", 3) {
			own := m.makeConstant(m.drawFraction("doubt", 0, 6, 20))
			*doubt = &own
		}
	}
}

func (m *packMaker) makeConstant(value float64) rules.Constant {
	return rules.Constant{Value: value, Because: bilingualText("because"), Source: []string{m.p.Sources[0].ID}}
}

func (m *packMaker) addFact() {
	f := rules.Fact{ID: m.nextID("fact"), Title: bilingualText("title"), Question: bilingualText("question"), Why: bilingualText("why"), Source: m.drawSource()}
	f.Type = rapid.SampledFrom([]rules.FactType{rules.BoolFact, rules.EnumFact, rules.OrderedFact, rules.NumberFact, rules.SetFact}).Draw(m.t, "type")
	switch f.Type {
	case rules.SetFact:
		f.Values = m.drawMembers()
	case rules.NumberFact:
		f.Max = 100
		f.Unit = bilingualText("unit")
	case rules.EnumFact, rules.OrderedFact:
		for i := range m.drawCount("values", 2, 4) {
			f.Values = append(f.Values, rules.FactValue{ID: "v" + strconv.Itoa(i), Label: rules.Text{{"en", "value"}, {"zh", "值"}}})
		}
	}
	f.Changes = rapid.SampledFrom(append(rules.Changeabilities(), "")).Draw(m.t, "changes")
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
