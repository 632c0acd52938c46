package explain

import "slices"

// kind is a kind of things that have an id, with what one is called and what
// stands over a list of them.
type kind struct {
	name string
	one  func(texts) string
	many func(t texts, n int) string
}

// thingKinds stand in the order in which they are listed.
var thingKinds = []kind{
	{"fact", texts.KindFact, texts.ManyFact},
	{"priority", texts.KindPriority, texts.ManyPriority},
	{"group", texts.KindGroup, texts.ManyGroup},
	{"dimension", texts.KindDimension, texts.ManyDimension},
	{"argument", texts.KindArgument, texts.ManyArgument},
	{"moderator", texts.KindModerator, texts.ManyModerator},
	{"option", texts.KindOption, texts.ManyOption},
	{"form", texts.KindForm, texts.ManyForm},
	{"bar", texts.KindBar, texts.ManyBar},
	{"duty", texts.KindDuty, texts.ManyDuty},
	{"act", texts.KindAct, texts.ManyAct},
	{"kind_of_part", texts.KindKindOfPart, texts.ManyKindOfPart},
	{"component", texts.KindComponent, texts.ManyComponent},
	{"advice", texts.KindAdvice, texts.ManyAdvice},
	{"standard", texts.KindStandard, texts.ManyStandard},
	{"level", texts.KindLevel, texts.ManyLevel},
	{"licence", texts.KindLicence, texts.ManyLicence},
	{"choice", texts.KindChoice, texts.ManyChoice},
	{"compatibility", texts.KindCompatibility, texts.ManyCompatibility},
	{"step", texts.KindStep, texts.ManyStep},
	{"counsel", texts.KindCounsel, texts.ManyCounsel},
	{"exclusion", texts.KindExclusion, texts.ManyExclusion},
	{"sheet_question", texts.KindSheetQuestion, texts.ManySheetQuestion},
	{"source", texts.KindSource, texts.ManySource},
	{"constant", texts.KindConstant, texts.ManyConstant},
	{"warning", texts.KindWarning, texts.ManyWarning},
	{"code", texts.KindCode, texts.ManyCode},
}

// indexOfKind gives the place of a kind among kinds, -1 if it is none.
func indexOfKind(name string) int {
	return slices.IndexFunc(thingKinds, func(k kind) bool { return k.name == name })
}

// nameKind names a kind; one that is none by itself.
func nameKind(t texts, name string) string {
	if i := indexOfKind(name); i >= 0 {
		return thingKinds[i].one(t)
	}
	return name
}
