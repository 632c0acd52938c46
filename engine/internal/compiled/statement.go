package compiled

import (
	"iter"
)

// Statement is what a profile says that rules can read.
type Statement struct {
	Weights map[string]float64
	Spans   iter.Seq2[string, WeightSpan] // nil if there are none
	Answers iter.Seq2[string, Answer]
	Limits  [][]string // ids of options or forms, by limit
}

// Answer is an answer to a fact: a value, or that it is not known or does not
// apply.
type Answer struct {
	Value string
	State int8 // 0: there is a value; StateUnknown or StateNA
}

// WeightSpan is a weight that is stated as lying between two.
type WeightSpan struct{ Low, High float64 }
