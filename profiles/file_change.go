package profiles

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/profiles/internal/write"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// FileChange is one thing to change in a profile file, see [SetFact], [SetWeight],
// [SetRange], [SetWeights], [SetUnfinished] and [Remove].
type FileChange struct {
	id      string
	answer  engine.Answer
	weight  float64
	span    engine.WeightRange
	note    engine.Note
	kind    changeKind
	profile engine.Profile // allWeightsChange, unfinishedChange
}

type changeKind uint8

const (
	factChange changeKind = iota
	weightChange
	rangeChange
	removalChange
	allWeightsChange
	unfinishedChange
)

// SetFact answers a fact. The note, which may be zero, replaces an older one.
func SetFact(id string, a engine.Answer, note engine.Note) FileChange {
	return FileChange{id: id, answer: a, note: note, kind: factChange}
}

// SetWeight weighs a priority from 0 to 10. The note, which may be zero,
// replaces an older one.
func SetWeight(id string, weight float64, note engine.Note) FileChange {
	return FileChange{id: id, weight: weight, note: note, kind: weightChange}
}

// SetRange says between which weights a priority lies. The note, which may be zero,
// replaces an older one.
func SetRange(id string, r engine.WeightRange, note engine.Note) FileChange {
	return FileChange{id: id, span: r, note: note, kind: rangeChange}
}

// SetWeights writes all weights of a profile in place of those in the file, as
// [Write] does: a ranking, say, if that is what they were worked out from. With
// the old ones go the comments between them.
func SetWeights(p engine.Profile) FileChange { return FileChange{profile: p, kind: allWeightsChange} }

// SetUnfinished writes the unfinished comparisons of a profile in place of those
// in the file.
func SetUnfinished(p engine.Profile) FileChange {
	return FileChange{profile: p, kind: unfinishedChange}
}

// Remove takes an answer out of the file, or a text at its top; it is no
// mistake if there is none. What the file extends may still answer it.
func Remove(id string) FileChange { return FileChange{id: id, kind: removalChange} }

// planSections gives the keys of the sections that a change takes out and the one
// that it puts in their place, if it has anything in it; no keys if the change
// is about something else.
func (ch *FileChange) planSections(pack *rules.Pack) (keys []string, with tree.Field) {
	switch ch.kind {
	case allWeightsChange:
		if len(ch.profile.Weights)+len(ch.profile.Ranges) > 0 {
			with = write.NewWeightsField(pack, &ch.profile)
		}
		return layer.ListWeightKeys(), with
	case unfinishedChange:
		with = write.NewUnfinishedField(pack, &ch.profile.Unfinished)
		if len(with.Value.Fields) == 0 {
			with = tree.Field{}
		}
		return []string{"unfinished"}, with
	}
	return nil, with
}

// locateChange says where a change of a file belongs ("" is the top) and what to write
// there, nil for a removal.
func (ch *FileChange) locateChange(pack *rules.Pack, root *tree.Node) (section string, value *tree.Node, err error) {
	switch {
	case pack.Fact(ch.id) != nil:
		section = "facts"
	case pack.Priority(ch.id) != nil:
		section = "priorities"
	case !slices.Contains([]string{"name", "rules", "review_by", "weights_sure"}, ch.id):
		all := append(pack.FactIDs(), pack.PriorityIDs()...)
		return "", nil, diag.List{diag.UnknownFactOrPriority(diag.Pos{}, ch.id).OneOf(ch.id, all)}
	}
	want := map[changeKind]string{factChange: "facts", weightChange: "priorities", rangeChange: "priorities"}
	if at, ok := want[ch.kind]; ok && at != section {
		return "", nil, diag.List{diag.UnknownFactOrPriority(diag.Pos{}, ch.id)}
	}
	switch ch.kind {
	case factChange:
		fact := pack.Fact(ch.id)
		value = write.NewAnswerForm("value", write.NewAnswer(fact, ch.answer), ch.note)
		if facts := root.Get(section); facts != nil && fact.Type == rules.SetFact {
			value = write.KeepStyle(fact, facts.Get(ch.id), value)
		}
	case weightChange:
		value = write.NewAnswerForm("weight", format.NewNumber(ch.weight), ch.note)
	case rangeChange:
		value = write.NewRangeForm(ch.span, ch.note)
	}
	var list diag.List
	if value != nil {
		write.CheckEncoding(value, &list)
	}
	return section, value, list.Err()
}
