package documents

import "github.com/ajar-decision/ajar/engine"

// BatchLine is a line that "ajar batch" writes, one for each profile. Of a profile
// that could not be read, the verdict is null and Mistakes says why.
type BatchLine struct {
	Schema   string         `json:"schema"`
	Line     int            `json:"line" jsonschema:"where the profile begins in the input, from 1"`
	Name     string         `json:"name"`
	Stance   *engine.Stance `json:"stance"`
	Option   *string        `json:"option"`
	Form     *string        `json:"form"`
	Ready    *bool          `json:"ready" jsonschema:"nothing has to be known or done before the advised release"`
	Mistakes []BatchMistake `json:"mistakes"`
	// Result holds the keys that --fields names.
	Result map[string]any `json:"result,omitempty" jsonschema:"keys of a result, as ajar decide writes it"`
}

// BatchMistake says what is wrong with a profile.
type BatchMistake struct {
	Code string `json:"code"`
	Col  int    `json:"col" jsonschema:"in the line, from 1; 0 if it is about the whole"`
	Text string `json:"text"`
	Hint string `json:"hint" jsonschema:"what to do"`
}

// BatchSummary is the document of "ajar batch --summary".
type BatchSummary struct {
	Schema   string       `json:"schema"`
	Lang     string       `json:"lang"`
	Profiles int          `json:"profiles" jsonschema:"read, with those that have mistakes"`
	Mistaken int          `json:"mistaken" jsonschema:"profiles that could not be read"`
	Ready    int          `json:"ready" jsonschema:"profiles of which nothing has to be known or done before the advised release"`
	Stances  []BatchCount `json:"stances"`
	Forms    []BatchCount `json:"forms" jsonschema:"those advised, the most frequent first"`
	Words    []BatchCount `json:"words" jsonschema:"how settled the stance is; empty if that was not worked out"`
}

// BatchCount says how many profiles have a stance, a form or a word.
type BatchCount struct {
	ID    string `json:"id"`
	Count int    `json:"count"`
}
