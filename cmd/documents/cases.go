package documents

import "github.com/ajar-decision/ajar/engine"

// Cases is the document of "ajar cases".
type Cases struct {
	Schema string `json:"schema"`
	Lang   string `json:"lang"`
	Cases  []Case `json:"cases"`
}

// Case is one documented decision. Likeness is there if a profile was compared.
type Case struct {
	ID             string          `json:"id"`
	Title          string          `json:"title"`
	Owner          string          `json:"owner"`
	Year           int             `json:"year"`
	Situation      string          `json:"situation"`
	Outcome        engine.Stance   `json:"outcome" jsonschema:"what was done"`
	AlsoAcceptable []engine.Stance `json:"also_acceptable"`
	OutcomeOptions []string        `json:"outcome_options" jsonschema:"the options that count as what was done"`
	Detail         string          `json:"detail"`
	Note           string          `json:"note"`
	PriorityBasis  string          `json:"priority_basis" jsonschema:"where the weights come from: stated, inferred or mixed"`
	Confidence     string          `json:"confidence" jsonschema:"how well the case is documented"`
	Sources        []CaseSource    `json:"sources"`
	WithPriorities CaseVerdict     `json:"ajar"`
	FactsOnly      CaseVerdict     `json:"ajar_on_facts_only"`
	Likeness       *Likeness       `json:"likeness,omitempty"`
}

// CaseVerdict is what ajar answers: a stance, and an option if there is one.
type CaseVerdict struct {
	Stance     engine.Stance `json:"stance"`
	Option     string        `json:"option"`
	Conditions []string      `json:"conditions" jsonschema:"rules that hold the release back until something is known or done"`
}

// CaseSource is a work on a decision, and how it is known.
type CaseSource struct {
	Ref  string `json:"ref"`
	Mark string `json:"mark"`
}

// Likeness says how like a profile is to a case. Alike is null if nothing is
// known of both.
type Likeness struct {
	Alike     *float64         `json:"alike"`
	Low       float64          `json:"low"`
	High      float64          `json:"high"`
	Shared    []string         `json:"shared" jsonschema:"facts that are the same"`
	Differing []FactDifference `json:"differing"`
	Open      int              `json:"open" jsonschema:"facts that are known of one only"`
}

// FactDifference is a fact of which a profile and a case say different things.
type FactDifference struct {
	Fact  string `json:"fact"`
	Here  string `json:"here"`
	There string `json:"there"`
}
