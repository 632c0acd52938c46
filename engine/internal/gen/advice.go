package gen

import (
	"slices"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules"
)

// addAdvice makes what follows a verdict: advice on the parts, two licences of
// each kind with choices among them, a standard and steps.
func (m *packMaker) addAdvice() {
	parts := []string{"code", "weights", "data"}
	all := []rules.Advice{rules.AdviseOpen, rules.AdviseRestrict, rules.AdviseKeep}
	for i := range m.p.Components {
		c := &m.p.Components[i]
		if m.drawChance("applies", 4) {
			c.Applies = m.drawCondition(1)
		}
		for range m.drawCount("advice", 0, 3) {
			c.Advice = append(c.Advice, rules.ComponentAdvice{
				ID: m.nextID("advice"), Advise: rapid.SampledFrom(all).Draw(m.t, "advise"),
				For: m.drawScope(), When: m.drawOptionalCondition(), Because: bilingualText("because"), Source: m.drawSource(),
			})
		}
	}
	for i, gives := range all {
		for j := range 2 {
			id := "LicenseRef-" + strconv.Itoa(2*i+j)
			m.p.Licences = append(m.p.Licences, rules.Licence{ID: id, Name: id, Gives: gives, Says: bilingualText("says"), Source: m.drawSource()})
		}
	}
	for i := range m.drawCount("choices", 0, 4) {
		l := 2 * m.drawCount("licences", 0, 2)
		m.p.Choices = append(m.p.Choices, rules.LicenceChoice{
			ID: m.nextID("choice"), Order: i, Licences: []string{m.p.Licences[l].ID, m.p.Licences[l+1].ID},
			Covers: rapid.SampledFrom(append(rules.Contents(), "")).Draw(m.t, "covers"),
			Parts:  m.drawSome("parts", parts, 3), For: m.drawScope(), Binding: m.drawChance("binding", 4), When: m.drawOptionalCondition(), Because: bilingualText("because"), Source: m.drawSource(),
		})
	}
	for range m.drawCount("compatible", 0, 2) {
		m.p.Compatible = append(m.p.Compatible, m.drawCompatibility(parts))
	}
	m.p.Standards = []rules.Standard{{
		ID: m.nextID("standard"), Title: bilingualText("standard"), About: "weights", Missed: bilingualText("missed"), Source: m.drawSource(),
		Levels: []rules.StandardLevel{{ID: "first", Title: bilingualText("first"), Needs: []string{"weights"}}, {ID: "second", Title: bilingualText("second"), Needs: m.drawSome("needs", parts, 2)}},
	}}
	for i := range m.drawCount("steps", 0, 4) {
		m.p.Steps = append(m.p.Steps, m.drawStep(i))
	}
}

func (m *packMaker) drawStep(order int) rules.Step {
	s := rules.Step{
		ID: m.nextID("step"), Order: order, For: m.drawScope(), When: m.drawOptionalCondition(), Text: bilingualText("step"), Source: m.drawSource(),
		Phase: rapid.SampledFrom(append(rules.Phases(), "")).Draw(m.t, "phase"), By: rapid.SampledFrom(append(rules.Roles(), "")).Draw(m.t, "by"),
	}
	for i := range m.p.Bars {
		if m.drawChance("about", 3) {
			s.About = append(s.About, m.p.Bars[i].ID)
		}
	}
	if m.drawChance("acts", 3) {
		s.Acts = []string{m.p.Acts[m.drawCount("act", 0, len(m.p.Acts)-1)].ID}
	}
	return s
}

// addCounsel makes counsel on all topics.
func (m *packMaker) addCounsel() {
	for range m.drawCount("counsel", 0, 3) {
		meant := m.drawScope()
		notMeant := slices.DeleteFunc(m.drawScope(), func(id string) bool { return slices.Contains(meant, id) })
		m.p.Counsel = append(m.p.Counsel, rules.Counsel{
			ID: m.nextID("counsel"), Topic: rapid.SampledFrom(rules.Topics()).Draw(m.t, "topic"), For: meant, NotFor: nilIfEmpty(notMeant), When: m.drawOptionalCondition(),
			Title: bilingualText("title"), Text: bilingualText("counsel"), Source: m.drawSource(),
		})
	}
}

func (m *packMaker) drawCompatibility(parts []string) rules.Compatibility {
	ids := make([]string, len(m.p.Licences))
	for i := range ids {
		ids[i] = m.p.Licences[i].ID
	}
	c := rules.Compatibility{ID: m.nextID("compatible"), When: m.drawCondition(1), Parts: m.drawSome("parts", parts, 3), Text: bilingualText("clash"), Source: m.drawSource()}
	if m.drawChance("only", 2) {
		c.Only = m.drawSome("only", ids, 3)
	} else {
		c.Never = m.drawSome("never", ids, 3)
	}
	return c
}

// nilIfEmpty leaves out a list that names nothing.
func nilIfEmpty(ids []string) []string {
	if len(ids) == 0 {
		return nil
	}
	return ids
}

// drawScope draws what advice is for.
func (m *packMaker) drawScope() []string {
	valid := []string{string(rules.Open), string(rules.Mixed), string(rules.Closed), rules.NoOption}
	for i := range m.p.Options {
		valid = append(valid, m.p.Options[i].ID)
		for _, f := range m.p.Options[i].Forms {
			if f.ID != m.p.Options[i].ID {
				valid = append(valid, f.ID)
			}
		}
	}
	if m.drawChance("for all", 3) {
		return nil
	}
	return m.drawSome("for", valid, 3)
}

// addExclusions makes answers that are not given together, as exclusions by their ids.
func (m *packMaker) addExclusions() {
	for range m.drawCount("exclusions", 0, 2) {
		m.p.Exclusions = append(m.p.Exclusions, rules.Exclusion{
			ID: m.nextID("exclusion"), When: m.drawCondition(2), Rarely: m.drawChance("rarely", 3), Text: bilingualText("exclusion"), Source: m.drawSource(),
		})
	}
	slices.SortFunc(m.p.Exclusions, func(a, b rules.Exclusion) int { return strings.Compare(a.ID, b.ID) })
}
