package engine

import (
	"slices"
)

// WeightSureness says how sure the owner is of the weights as a whole; "" is
// not stated, and then counts as FairlySure.
type WeightSureness string

// How sure an owner can be of the weights.
const (
	Unsure     WeightSureness = "unsure"
	FairlySure WeightSureness = "fairly"
	Sure       WeightSureness = "sure"
)

// WeightSurenesses lists the words for how sure an owner is of the weights.
func WeightSurenesses() []WeightSureness { return []WeightSureness{Unsure, FairlySure, Sure} }

// Valid reports whether the word is one of [WeightSurenesses].
func (s WeightSureness) Valid() bool { return slices.Contains(WeightSurenesses(), s) }

// AnswerSureness says how sure the owner is of one answer; "" is not stated.
type AnswerSureness string

// How sure an owner can be of an answer. Answers of LowSureness are asked
// about again where they could change something.
const (
	LowSureness    AnswerSureness = "low"
	MediumSureness AnswerSureness = "medium"
	HighSureness   AnswerSureness = "high"
)

// AnswerSurenesses lists the words for how sure an owner is of an answer.
func AnswerSurenesses() []AnswerSureness {
	return []AnswerSureness{LowSureness, MediumSureness, HighSureness}
}

// Valid reports whether the word is one of [AnswerSurenesses].
func (s AnswerSureness) Valid() bool { return slices.Contains(AnswerSurenesses(), s) }
