package layer

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// FormatVersion is the format of profile files that this program writes. It also
// reads format 0, the form of profiles before there was a number: a fact that
// is null was asked and is not known. profiles.Migrate brings it up to date.
const FormatVersion = 1

// SchemaKey is where editors look for the schema of a file; it says nothing to ajar.
const SchemaKey = "$schema"

// SectionKeys are the headings that may stand with nothing under them, as in a form
// that nobody filled in yet: such a section says nothing.
var SectionKeys = []string{"priorities", "facts", "parts", "limits"}

// ProfileKeys are the keys of a profile in the order in which they are written.
var ProfileKeys = slices.Concat(
	[]string{SchemaKey, "ajar", "name", "title", "about", "rules", "extends", "review_by", "weights_sure"},
	elicit.MethodKeys(), []string{"unfinished", "facts", "parts", "limits"},
)

// UnfinishedKeys are the keys of the section of comparisons that weigh nothing yet.
var UnfinishedKeys = []string{"pairs", "best_worst", "unrated"}

// noteKeys are the keys that may stand beside the value of an answer.
var noteKeys = []string{"sure", "note", "by", "private"}

// The words that a file may use beside ids.
var (
	answerStates     = []string{"unknown", "na"}
	NoteSureness     = rules.WordsOf(engine.AnswerSurenesses())
	WeightsSureWords = rules.WordsOf(engine.WeightSurenesses())
)

// ListWeightKeys lists the sections that give weights, sorted; a file has one of
// them.
func ListWeightKeys() []string { return slices.Sorted(slices.Values(elicit.MethodKeys())) }
