package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// ComponentAdvice is advice on one component. Arguments names the rule that gave it: the
// advice, the form, or the bar that forbids more.
type ComponentAdvice struct {
	ID        string       `json:"id"`
	Advice    rules.Advice `json:"advice" jsonschema:"open: to all for any use; restrict: under limits or to some; keep: to nobody"`
	Terms     []string     `json:"terms" jsonschema:"SPDX ids of licences that fit, the best first"`
	Because   string       `json:"because"`
	Arguments []string     `json:"arguments"`
	Facts     []string     `json:"facts"`
	Sources   []string     `json:"sources"`
}

// PartAdvice is one row of the release table.
type PartAdvice struct {
	ID           string       `json:"id"`
	Like         string       `json:"like" jsonschema:"the component of the pack that it is, or that it is like"`
	Own          bool         `json:"own" jsonschema:"the profile names this part"`
	Title        string       `json:"title"`
	Advice       rules.Advice `json:"advice" jsonschema:"open: to all for any use; restrict: under limits or to some; keep: to nobody"`
	Terms        []PartTerms  `json:"terms" jsonschema:"all entries apply together"`
	Choice       []string     `json:"choice" jsonschema:"SPDX ids: the best licence of each entry"`
	Alternatives []string     `json:"alternatives" jsonschema:"SPDX ids of other licences that fit, the best first"`
	TermsFit     bool         `json:"terms_fit" jsonschema:"false: all terms that would be named clash with those of parts taken over"`
	When         string       `json:"when" jsonschema:"now; after: once the conditions in bars are met; kept: nothing of it goes out"`
	Bars         []string     `json:"bars" jsonschema:"conditions that bind this part"`
	First        []PartStep   `json:"first" jsonschema:"what must come first, one entry for each of bars, most urgent first"`
	Cautions     []PartStep   `json:"cautions" jsonschema:"what to find out about a part of which the profile says that it is not known"`
	Because      string       `json:"because"`
	Inactive     []string     `json:"inactive" jsonschema:"answers of a part that the profile names which do not count for it"`
}

// PartStep is what to do first about a condition of a part.
type PartStep struct {
	Bar  string      `json:"bar"`
	Text string      `json:"text"`
	Fact *string     `json:"fact" jsonschema:"that the text asks for; null for something to be done"`
	Need engine.Need `json:"need" jsonschema:"answer or act: what would lift the condition; empty for a caution"`
}

// When the advice on a part holds: now, after the conditions that bind it are met, or
// that nothing of the part goes out.
const (
	PartNow   = "now"
	PartAfter = "after"
	PartKept  = "kept"
)

// PartTerms are the terms for one thing in a part.
type PartTerms struct {
	For   rules.Content `json:"for" jsonschema:"what in the part they are for"`
	AnyOf []string      `json:"any_of" jsonschema:"SPDX ids, of which one is taken, the best first"`
}

// Clash says which terms would fit but for what was taken from others.
type Clash struct {
	ID       string   `json:"id"`
	Licences []string `json:"licences" jsonschema:"SPDX ids"`
	Parts    []string `json:"parts"`
	Text     string   `json:"text"`
	Facts    []string `json:"facts"`
	Sources  []string `json:"sources"`
}

// Licence is a licence to consider for one component.
type Licence struct {
	SPDX    string   `json:"spdx" jsonschema:"id of the SPDX list, or LicenseRef- and a name"`
	Name    string   `json:"name"`
	For     string   `json:"for" jsonschema:"id of a part"`
	Because string   `json:"because"`
	Rule    string   `json:"rule"`
	Facts   []string `json:"facts"`
	Sources []string `json:"sources"`
}

// Standard says how far the release reaches on an outside measure. Level is
// null if not even the first level is reached.
type Standard struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Level   *string  `json:"level"`
	Missing []string `json:"missing" jsonschema:"components that the next level asks for"`
	Text    string   `json:"text"`
	Sources []string `json:"sources"`
}

// PlanStep is something to do on the way to what is advised: a step, or a condition of
// the release that no step is about. Because lists the facts and bars that it
// answers to.
type PlanStep struct {
	ID      string      `json:"id"`
	Phase   rules.Phase `json:"phase" jsonschema:"before what is advised takes effect, release: on the day, after"`
	Text    string      `json:"text"`
	Because []string    `json:"because"`
	By      rules.Role  `json:"by" jsonschema:"legal, security, product or maintainers; one person may be all of them"`
}

// NextStep is a step of the plan. Source is the first of Sources.
type NextStep struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Because []string `json:"because"`
	Source  string   `json:"source"`
	Sources []string `json:"sources"`
}
