package gen

import (
	"strconv"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules"
)

// advice makes what follows a verdict: advice on the parts, two licences of
// each kind with choices among them, a standard and steps.
func (m *maker) advice() {
	parts := []string{"code", "weights", "data"}
	all := []rules.Advice{rules.AdviseOpen, rules.AdviseRestrict, rules.AdviseKeep}
	for i := range m.p.Components {
		c := &m.p.Components[i]
		if m.chance("applies", 4) {
			c.Applies = m.condition(1)
		}
		for range m.count("advice", 0, 3) {
			c.Advice = append(c.Advice, rules.ComponentAdvice{
				ID: m.id("advice"), Advise: rapid.SampledFrom(all).Draw(m.t, "advise"),
				For: m.meant(), When: m.maybe(), Because: text("because"), Source: m.source(),
			})
		}
	}
	for i, gives := range all {
		for j := range 2 {
			id := "LicenseRef-" + strconv.Itoa(2*i+j)
			m.p.Licences = append(m.p.Licences, rules.Licence{ID: id, Name: id, Family: "family", Gives: gives, Says: text("says"), Source: m.source()})
		}
	}
	for i := range m.count("choices", 0, 4) {
		l := 2 * m.count("licences", 0, 2)
		m.p.Choices = append(m.p.Choices, rules.LicenceChoice{
			ID: m.id("choice"), Order: i, Licences: []string{m.p.Licences[l].ID, m.p.Licences[l+1].ID},
			Parts: m.some("parts", parts, 3), For: m.meant(), Binding: m.chance("binding", 4), When: m.maybe(), Because: text("because"), Source: m.source(),
		})
	}
	m.p.Standards = []rules.Standard{{
		ID: m.id("standard"), Title: text("standard"), About: "weights", Missed: text("missed"), Source: m.source(),
		Levels: []rules.StandardLevel{{ID: "first", Title: text("first"), Needs: []string{"weights"}}, {ID: "second", Title: text("second"), Needs: m.some("needs", parts, 2)}},
	}}
	for i := range m.count("steps", 0, 4) {
		m.p.Steps = append(m.p.Steps, rules.Step{ID: m.id("step"), Order: i, For: m.meant(), When: m.maybe(), Text: text("step"), Source: m.source()})
	}
}

// meant draws what advice is for.
func (m *maker) meant() []string {
	valid := []string{string(rules.Open), string(rules.Mixed), string(rules.Closed), rules.NoOption}
	for i := range m.p.Options {
		if o := &m.p.Options[i]; o.Stance != rules.Mixed {
			valid = append(valid, o.ID)
		}
		for _, s := range m.p.Options[i].Splits {
			valid = append(valid, s.ID)
		}
	}
	if m.chance("for all", 3) {
		return nil
	}
	return m.some("for", valid, 3)
}

func (m *maker) maybe() *rules.Condition {
	if m.chance("always", 2) {
		return nil
	}
	return m.condition(1)
}
