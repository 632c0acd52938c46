package gen

import (
	"slices"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// drawCondition draws a condition over the facts made so far, of which the answers decide
// whether it holds.
func (m *packMaker) drawCondition(depth int) *rules.Condition {
	c := m.drawNestedCondition(depth)
	if m.p.Decide(&c) != rules.Unknown {
		f := &m.p.Facts[0]
		c = rules.Condition{Fact: f.ID, Test: rules.Is, Values: f.ValueIDs()}
		if f.Type == rules.NumberFact {
			c.Test, c.Values = rules.AtLeast, thresholds[2:]
		}
		c.Values = c.Values[:1]
	}
	return &c
}

func (m *packMaker) drawNestedCondition(depth int) rules.Condition {
	if depth == 0 || !m.drawChance("nested", 3) {
		return m.drawComparison()
	}
	c := rules.Condition{Op: rapid.SampledFrom([]rules.Op{rules.All, rules.Any, rules.Not}).Draw(m.t, "op")}
	n := 1
	if c.Op != rules.Not {
		n = m.drawCount("parts", 1, 3)
	}
	for range n {
		c.Of = append(c.Of, m.drawNestedCondition(depth-1))
	}
	return c
}

func (m *packMaker) drawComparison() rules.Condition {
	f := &m.p.Facts[m.drawCount("fact", 0, len(m.p.Facts)-1)]
	tests := []rules.Test{rules.Is, rules.IsNot}
	values := f.ValueIDs()
	switch f.Type {
	case rules.NumberFact:
		tests, values = []rules.Test{rules.AtLeast, rules.AtMost}, thresholds
	case rules.OrderedFact:
		tests = append(tests, rules.AtLeast, rules.AtMost)
	case rules.SetFact:
		tests = append(tests, rules.IsOnly)
	}
	c := rules.Condition{Fact: f.ID, Test: rapid.SampledFrom(tests).Draw(m.t, "test")}
	c.Values = []string{rapid.SampledFrom(values).Draw(m.t, "value")}
	if (c.Test == rules.Is || c.Test == rules.IsNot) && m.drawChance("two values", 4) {
		if v := rapid.SampledFrom(values).Draw(m.t, "value"); v != c.Values[0] {
			c.Values = append(c.Values, v)
		}
	}
	return c
}

// addDimensions makes n dimensions. The i-th cell of a pull serves the i-th
// priority of that pull, and perhaps one more, so that each priority is served:
// two dimensions have four cells of each pull.
func (m *packMaker) addDimensions(n int) {
	pulls := map[rules.Stance][]string{}
	for _, x := range m.p.Priorities {
		pulls[x.Pull] = append(pulls[x.Pull], x.ID)
	}
	next := map[rules.Stance]int{}
	group := rules.Group{ID: "group", Title: bilingualText("group")}
	for range n {
		d := rules.Dimension{ID: m.nextID("dimension"), Group: group.ID, Title: bilingualText("title"), Meaning: bilingualText("meaning")}
		d.Evidence = rules.Evidence{Verdict: "mixed", Text: bilingualText("evidence"), Source: m.drawSource()}
		for i, key := range rules.ListCells() {
			pull := []rules.Stance{rules.Open, rules.Closed, rules.Closed, rules.Open}[i]
			a := m.drawArgument(d.ID+"."+key, d.ID, pull)
			a.Shares = m.drawShares(pulls[pull], next[pull])
			next[pull]++
			d.Arguments = append(d.Arguments, a)
		}
		for range m.drawCount("situation", 0, 3) {
			a := m.drawArgument(m.nextID("situation"), d.ID, rapid.SampledFrom([]rules.Stance{rules.Open, rules.Closed}).Draw(m.t, "pull"))
			a.When = m.drawCondition(2)
			d.Arguments = append(d.Arguments, a)
		}
		group.Dimensions = append(group.Dimensions, d.ID)
		m.p.Dimensions = append(m.p.Dimensions, d)
	}
	m.p.Groups = []rules.Group{group}
	m.addModerators()
}

func (m *packMaker) drawArgument(id, dimension string, pull rules.Stance) rules.Argument {
	return rules.Argument{
		ID: id, Dimension: dimension, Pull: pull, Strength: m.drawFraction("strength", 1, 10, 10),
		StrengthBecause: bilingualText("because"), StrengthDoubt: m.drawDoubt(), Text: bilingualText("claim"), ClaimedBy: m.drawSource(),
	}
}

func (m *packMaker) drawShares(of []string, turn int) rules.Table[float64] {
	first := of[turn%len(of)]
	if len(of) < 2 || !m.drawChance("shared", 2) {
		return rules.Table[float64]{{Key: first, Value: 1}}
	}
	second := of[(turn+m.drawCount("other", 1, len(of)-1))%len(of)]
	part := m.drawFraction("share", 1, 9, 10)
	return tree.NewTable(map[string]float64{first: part, second: 1 - part})
}

// addModerators come last, since each may act on arguments of any dimension.
func (m *packMaker) addModerators() {
	var all []string
	for i := range m.p.Dimensions {
		for j := range m.p.Dimensions[i].Arguments {
			all = append(all, m.p.Dimensions[i].Arguments[j].ID)
		}
	}
	for i := range m.p.Dimensions {
		for range m.drawCount("moderators", 0, 3) {
			factor := 0.0 // gates that shut are the commonest kind
			if !m.drawChance("gate", 3) {
				factor = m.drawFraction("factor", 0, 16, 10)
			}
			m.p.Dimensions[i].Moderators = append(m.p.Dimensions[i].Moderators, rules.Moderator{
				ID: m.nextID("moderator"), On: m.drawSome("on", all, 4), When: m.drawCondition(2), Factor: factor,
				FactorBecause: bilingualText("because"), FactorDoubt: m.drawDoubt(), Text: bilingualText("moderates"), Source: m.drawSource(),
			})
		}
	}
}

// drawSome draws 1 to most different members of a list.
func (m *packMaker) drawSome(label string, of []string, most int) []string {
	n := m.drawCount(label, 1, min(most, len(of)))
	return rapid.Permutation(of).Draw(m.t, label)[:n]
}

func (m *packMaker) addOptions(n int) {
	steps := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).Draw(m.t, "steps")
	for i := range n {
		o := rules.Option{
			ID: m.nextID("option"), Step: steps[i], Class: m.drawCount("class", 0, 4),
			Stance: rapid.SampledFrom([]rules.Stance{rules.Closed, rules.Mixed, rules.Open}).Draw(m.t, "stance"),
			Title:  bilingualText("title"), Text: bilingualText("option"), Captures: m.drawCaptures(), Source: m.drawSource(),
		}
		if m.drawChance("requires", 4) {
			o.Requires, o.RequiresText = m.drawCondition(2), bilingualText("requires")
		}
		m.addForms(&o)
		m.p.Options = append(m.p.Options, o)
	}
}

// addForms gives an option forms, of which a mixed one needs at least one.
func (m *packMaker) addForms(o *rules.Option) {
	least := 0
	if o.Stance == rules.Mixed {
		least = 1
	}
	for i := range m.drawCount("forms", least, 3) {
		f := rules.Form{ID: m.nextID("form"), Title: bilingualText("form"), Text: bilingualText("form"), Source: m.drawSource()}
		if i == 0 && m.drawChance("own form", 4) {
			f.ID = o.ID
		}
		if o.Stance == rules.Mixed || m.drawChance("splits", 4) {
			f.Gives, f.Keeps, f.Danger = []string{"code"}, []string{"weights"}, bilingualText("danger")
		}
		if m.drawChance("requires", 2) {
			f.Requires, f.RequiresText = m.drawCondition(1), bilingualText("requires")
		}
		if m.drawChance("own class", 3) {
			class := m.drawCount("class", 0, 4)
			f.Class = &class
		}
		if m.drawChance("own captures", 2) {
			own := m.drawCaptures()
			f.Captures = &rules.FormCaptures{Dimensions: own.Dimensions, Arguments: own.Arguments}
			if m.drawChance("own default", 3) {
				f.Captures.Default = &rules.CapturePair{Open: own.Open, Closed: own.Closed, Because: own.Because, Doubt: own.Doubt}
			}
		}
		m.addRaises(o, &f)
		o.Forms = append(o.Forms, f)
	}
}

// addRaises gives a form reasons: on some arguments that facts fire, under their own
// condition or another one that reads the same facts.
func (m *packMaker) addRaises(o *rules.Option, f *rules.Form) {
	for i := range m.p.Dimensions {
		for j := range m.p.Dimensions[i].Arguments {
			a := &m.p.Dimensions[i].Arguments[j]
			least := o.CaptureOf(f, a)
			if len(a.When.Facts(nil)) == 0 || least >= 1 || !m.drawChance("raise", 4) {
				continue
			}
			r := rules.Raise{Argument: a.ID, When: a.When, Capture: least + exact.Mul(1-least, m.drawFraction("by", 1, 4, 4)), Because: bilingualText("because"), Doubt: m.drawDoubt()}
			if m.drawChance("other reason", 2) {
				r.When = &rules.Condition{Op: rules.All, Of: []rules.Condition{*a.When, m.drawNestedCondition(1)}}
				if m.p.Decide(r.When) != rules.Unknown {
					r.When = a.When
				}
			}
			f.Raises = append(f.Raises, r)
		}
	}
}

func (m *packMaker) drawCaptures() rules.Captures {
	c := rules.Captures{Open: m.drawCapture(), Closed: m.drawCapture(), Because: bilingualText("because"), Doubt: m.drawDoubt()}
	for i := range m.p.Dimensions {
		d := &m.p.Dimensions[i]
		if m.drawChance("own pair", 5) {
			c.Dimensions.Set(d.ID, rules.CapturePair{Open: m.drawCapture(), Closed: m.drawCapture(), Because: bilingualText("because"), Doubt: m.drawDoubt()})
		}
		if m.drawChance("own capture", 5) {
			a := d.Arguments[m.drawCount("argument", 0, len(d.Arguments)-1)].ID
			c.Arguments.Set(a, rules.ArgumentCapture{Capture: m.drawCapture(), Because: bilingualText("because"), Doubt: m.drawDoubt()})
		}
	}
	return c
}

func (m *packMaker) drawCapture() float64 { return m.drawFraction("capture", 0, 20, 20) }

// addLaw makes acts, kinds of part, what the options and their forms do, and bars
// and duties about it.
func (m *packMaker) addLaw() {
	acts, kinds := []string{"act_a", "act_b", "act_c"}, []string{"kind_a", "kind_b"}
	for _, id := range acts {
		m.p.Acts = append(m.p.Acts, rules.Act{ID: id, Title: bilingualText(id), Text: bilingualText(id)})
	}
	m.p.Acts[0].ToldOnlyIf = m.drawOptionalCondition()
	for i, id := range kinds {
		m.p.PartKinds = append(m.p.PartKinds, rules.PartKind{ID: id, Title: bilingualText(id)})
		m.p.Components[i].Kind = id
	}
	m.p.PartKinds[1].Applies = m.drawOptionalCondition()
	m.p.Decisions = tree.NewTable(map[string][]string{string(rules.AdviseOpen): acts, string(rules.AdviseRestrict): acts[:1], string(rules.AdviseKeep): nil})
	for i := range m.p.Options {
		o := &m.p.Options[i]
		o.Acts, o.ActsIf = m.drawActs(acts, kinds)
		for j := range o.Forms {
			if m.drawChance("own acts", 2) {
				o.Forms[j].Acts, o.Forms[j].ActsIf = m.drawActs(acts, kinds)
			}
		}
	}
	for range m.drawCount("bars", 0, 3) {
		m.addBar(acts, kinds)
	}
	m.removeBarsOverAll()
	for range m.drawCount("duties", 0, 2) {
		m.p.Duties = append(m.p.Duties, rules.Duty{
			ID: m.nextID("duty"), When: m.drawCondition(1), Acts: m.drawSome("acts", acts, 2), Text: bilingualText("duty"),
			Jurisdiction: rules.AnyJurisdiction, Source: m.drawSource(),
		})
	}
}

func (m *packMaker) drawActs(acts, kinds []string) (rules.Acts, []rules.ConditionalActs) {
	out := rules.Acts{}
	for _, kind := range kinds {
		if !m.drawChance("none", 3) {
			out.Set(kind, m.drawSome("acts", acts, len(acts)))
		}
	}
	if !m.drawChance("conditional", 3) {
		return out, nil
	}
	return out, []rules.ConditionalActs{{Acts: m.drawSome("acts", acts, 1), On: m.drawSome("on", kinds, 2), When: m.drawCondition(1)}}
}

func (m *packMaker) addBar(acts, kinds []string) {
	b := rules.Bar{
		ID: m.nextID("bar"), Order: m.drawCount("order", 0, 3), When: m.drawCondition(2),
		Text: bilingualText("bar"), Lift: bilingualText("lift"), Jurisdiction: rules.AnyJurisdiction, Source: m.drawSource(),
	}
	if m.drawChance("demands", 4) {
		b.Demands = m.drawSome("demands", acts, 2)
	} else {
		b.Forbids = m.drawSome("forbids", acts, len(acts))
	}
	if m.drawChance("on", 2) {
		b.On = m.drawSome("on", kinds, 2)
	}
	if m.drawChance("component", 3) {
		b.Component = "data"
	}
	for range m.drawCount("escapes", 0, 2) {
		x := rules.Escape{ID: m.nextID("escape"), Text: bilingualText("escape")}
		if m.drawChance("do", 2) {
			x.Do = m.drawCondition(1)
		} else {
			x.FindOut = m.drawCondition(1)
		}
		b.Escapes = append(b.Escapes, x)
	}
	if m.drawChance("precaution", 2) {
		cautious := &rules.Condition{Op: rules.All, Of: []rules.Condition{*b.When, m.drawComparison()}}
		cautious.Of[1].Precaution = true
		if m.p.Decide(cautious) == rules.Unknown {
			b.When = cautious
		}
	}
	if m.drawChance("concerns", 3) {
		b.Concerns = m.drawCondition(1)
	}
	m.p.Bars = append(m.p.Bars, b)
}

// removeBarsOverAll takes out bars that leave no release where they hold, which no pack
// may have. Several bars together may still leave none.
func (m *packMaker) removeBarsOverAll() {
	list, _ := diag.From(m.p.Check())
	for _, d := range list {
		m.p.Bars = slices.DeleteFunc(m.p.Bars, func(b rules.Bar) bool { return d.Code == leavesNothing && d.Args["id"] == b.ID })
	}
}

var leavesNothing = diag.NothingLeft(diag.Pos{}, "").Code

// Condition draws a condition over the facts of a pack, be it one that always holds.
func Condition(t *rapid.T, p *rules.Pack) *rules.Condition {
	m := &packMaker{t: t, p: p}
	c := m.drawNestedCondition(2)
	return &c
}

func (m *packMaker) drawOptionalCondition() *rules.Condition {
	if m.drawChance("always", 2) {
		return nil
	}
	return m.drawCondition(1)
}

// drawDoubt gives a number a doubt of its own now and then.
func (m *packMaker) drawDoubt() *rules.Doubt {
	if !m.drawChance("own doubt", 8) {
		return nil
	}
	return &rules.Doubt{Value: m.drawFraction("doubt", 0, 6, 20), Because: bilingualText("because")}
}
