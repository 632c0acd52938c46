package report

import "github.com/ajar-decision/ajar/engine"

// WordRecord says in how many of the documented decisions a word is said of the
// stance, and in how many of these the owners did the same: all judged with the owners'
// priorities, or on their facts only.
type WordRecord struct {
	Cases     int               `json:"cases"`
	FactsOnly bool              `json:"facts_only" jsonschema:"the cases were judged without priorities, as this profile is"`
	Word      engine.Robustness `json:"word"`
	Said      int               `json:"said" jsonschema:"cases in which this word is said of the stance"`
	Same      int               `json:"same" jsonschema:"of these, how many owners did the same"`
}
