package explain

import (
	"slices"
	"sync"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

func newExplainer(pack *rules.Pack, lang string) *explainer {
	m := &explainer{pack: pack, words: textsIn(lang)}
	if pack == rules.Core() {
		m.things = listCoreThings()
	} else {
		m.things = listThings(pack)
	}
	return m
}

// listCoreThings lists the things of the core pack. Who explains many of them need not have
// them listed for each.
var listCoreThings = sync.OnceValue(func() []thing { return listThings(rules.Core()) })

// listThings lists what has an id, by kind; it is the same in every language.
func listThings(pack *rules.Pack) []thing {
	m := &explainer{pack: pack}
	m.addRules()
	m.addParts()
	m.addRest()
	slices.SortStableFunc(m.things, func(a, b thing) int {
		return indexOfKind(a.kind) - indexOfKind(b.kind)
	})
	return m.things
}

// addRules adds everything that holds under conditions or rests on sources.
func (m *explainer) addRules() {
	for r := range m.pack.Rules() {
		m.addThing(thing{string(r.Kind), r.ID, r.Title, r.Conditions, r.Source, func(m *explainer) []Section { return m.rule(&r) }, &r})
	}
}

func (m *explainer) rule(r *rules.Rule) []Section {
	switch x := r.Of.(type) {
	case *rules.Fact:
		return m.explainFact(x)
	case *rules.Priority:
		return m.explainPriority(x)
	case *rules.Dimension:
		return m.explainDimension(x)
	case *rules.Argument:
		return m.explainArgument(x)
	case *rules.Moderator:
		return m.explainModerator(x)
	case *rules.Option:
		return m.explainOption(x)
	case *rules.Form:
		return m.explainForm(r.Within, x)
	case *rules.Bar:
		return m.explainBar(x)
	case *rules.Duty:
		return m.explainDuty(x)
	case *rules.Act:
		return m.explainAct(x)
	case *rules.PartKind:
		return m.explainPartKind(x)
	case *rules.Component:
		return m.explainComponent(x)
	case *rules.ComponentAdvice:
		return m.explainAdvice(r.Within, x)
	case *rules.Standard:
		return m.explainStandard(x)
	case *rules.LicenceChoice:
		return m.explainLicenceChoice(x)
	case *rules.Compatibility:
		return m.explainCompatibility(x)
	case *rules.Step:
		return m.explainNextStep(x)
	case *rules.Counsel:
		return m.explainCounsel(x)
	case *rules.Exclusion:
		return m.explainExclusion(x)
	case *rules.SheetQuestion:
		return m.explainSheetQuestion(x)
	}
	panic("explain: no words for a rule of the kind " + string(r.Kind))
}

// addParts adds what has an id and is no rule: groups, levels and licences.
func (m *explainer) addParts() {
	for i := range m.pack.Groups {
		g := &m.pack.Groups[i]
		m.addThing(thing{"group", g.ID, g.Title, nil, nil, func(m *explainer) []Section {
			return []Section{{Key: "dimensions", Rows: m.listRows("dimension", g.Dimensions)}}
		}, nil})
	}
	for i := range m.pack.Standards {
		s := &m.pack.Standards[i]
		for j := range s.Levels {
			l := &s.Levels[j]
			m.addThing(thing{"level", l.ID, l.Title, nil, nil, func(m *explainer) []Section { return m.explainLevel(s, l) }, nil})
		}
	}
	for i := range m.pack.Licences {
		l := &m.pack.Licences[i]
		m.addThing(thing{"licence", l.ID, rules.Text{{lang.Default, l.Name}}, nil, l.Source, func(m *explainer) []Section { return m.explainLicence(l) }, nil})
	}
}

func (m *explainer) addRest() {
	for i := range m.pack.Sources {
		s := &m.pack.Sources[i]
		m.addThing(thing{"source", s.ID, s.Title, nil, nil, func(m *explainer) []Section { return m.explainSource(s) }, nil})
	}
	k := &m.pack.Constants
	for _, c := range []struct {
		id    string
		title func(texts) string
		c     *rules.Constant
	}{
		{"beta", texts.ConstantBeta, &k.Beta}, {"k", texts.ConstantK, &k.K},
		{"margin", texts.ConstantMargin, &k.Margin}, {"cap", texts.ConstantCap, &k.Cap},
		{"strength_doubt", texts.ConstantStrengthDoubt, k.StrengthDoubt}, {"factor_doubt", texts.ConstantFactorDoubt, k.FactorDoubt},
		{"capture_doubt", texts.ConstantCaptureDoubt, k.CaptureDoubt},
	} {
		if c.c == nil {
			continue
		}
		m.addThing(thing{"constant", c.id, loadBothLanguages(c.title), nil, c.c.Source, func(m *explainer) []Section { return m.explainConstant(c.c) }, nil})
	}
	for _, x := range warnings {
		m.addThing(thing{"warning", x.id, loadBothLanguages(x.title), nil, nil, func(m *explainer) []Section { return []Section{{Key: "about", Text: x.about(m.words)}} }, nil})
	}
	for _, code := range diag.Codes() {
		d := diag.Diagnostic{Code: code}
		title := lang.Every(func(code string) string { return replacePlaceholders(d.Message(code)) })
		m.addThing(thing{"code", code, title, nil, nil, func(m *explainer) []Section { return m.explainCode(d) }, nil})
	}
}

// warnings are what a result can warn of, in the order of [report.WarningIDs].
var warnings = []struct {
	id           string
	title, about func(texts) string
}{
	{"exclusion", texts.WarningExclusion, texts.AboutWarningExclusion},
	{"comparisons", texts.WarningComparisons, texts.AboutWarningComparisons},
	{"unfinished", texts.WarningUnfinished, texts.AboutWarningUnfinished},
	{"rules_changed", texts.WarningRulesChanged, texts.AboutWarningRulesChanged},
	{"one_priority", texts.WarningOnePriority, texts.AboutWarningOnePriority},
	{"facts_alone", texts.WarningFactsAlone, texts.AboutWarningFactsAlone},
	{"veto_open", texts.WarningVetoOpen, texts.AboutWarningVetoOpen},
	{"told_only", texts.WarningToldOnly, texts.AboutWarningToldOnly},
	{"precaution", texts.WarningPrecaution, texts.AboutWarningPrecaution},
	{"mixed_not_judged", texts.WarningMixedNotJudged, texts.AboutWarningMixedNotJudged},
	{"inactive", texts.WarningInactive, texts.AboutWarningInactive},
}

// loadBothLanguages is a message in both languages.
func loadBothLanguages(say func(texts) string) rules.Text {
	return lang.Every(func(code string) string { return say(textsIn(code)) })
}
