package layer

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// readPriorityAnswer reads one answer under "priorities".
func (ck *checker) readPriorityAnswer(f tree.Field) {
	if !ck.checkPriorityID(f.At, f.Key) {
		return
	}
	if ck.refuseBareRange(f) {
		return
	}
	n, note, ok := ck.splitAnswer(f, weightKeyOf(f.Value), nil)
	if !ok {
		return
	}
	a := Answer{Note: note, At: f.At}
	if weightKeyOf(f.Value) == betweenKey {
		a.Range, ok = ck.readWeightRange(f.Key, n)
		a.Weight = a.Range.Low // of a range from a weight to itself
	} else {
		a.Weight, ok = ck.readWeight(f.Key, n)
	}
	if ok {
		ck.layer.Priorities[f.Key] = a
	}
}

func (ck *checker) checkPriorityID(at diag.Pos, id string) bool {
	switch {
	case ck.pack.Priority(id) != nil:
		return true
	case ck.pack.Fact(id) != nil:
		ck.list.Add(diag.MisplacedFact(at, id))
		return false
	}
	d := diag.UnknownPriority(at, id).OneOf(id, ck.pack.PriorityIDs())
	if d.Suggest == "" {
		d = d.OneOf(id, ck.pack.FactIDs())
	}
	ck.list.Add(d)
	return false
}

// readFactAnswer reads one answer under "facts".
func (ck *checker) readFactAnswer(f tree.Field) {
	fact := ck.pack.Fact(f.Key)
	if fact == nil {
		if ck.pack.Priority(f.Key) != nil {
			ck.list.Add(diag.MisplacedPriority(f.At, f.Key))
			return
		}
		d := diag.UnknownFact(f.At, f.Key).OneOf(f.Key, ck.pack.FactIDs())
		if d.Suggest == "" {
			d = d.OneOf(f.Key, ck.pack.PriorityIDs())
		}
		ck.list.Add(d)
		return
	}
	n, note, ok := ck.splitAnswer(f, "value", fact)
	if !ok {
		return
	}
	if v, ok := ck.readFactValue(fact, n); ok {
		ck.layer.Facts[f.Key] = Answer{Value: v, Note: note, At: f.At}
	}
}

func (ck *checker) readFactValue(fact *rules.Fact, n *tree.Node) (engine.Answer, bool) {
	text := n.Text
	if n.Kind == tree.String {
		text = ResolveAlias(fact, text)
	}
	switch {
	case n.Kind == tree.Null && ck.olderFormat:
		return engine.Unknown, true
	case n.Kind == tree.Null:
		ck.list.Add(diag.MissingValue(n.At, fact.ID))
	case n.Kind == tree.String && text == "unknown":
		return engine.Unknown, true
	case n.Kind == tree.String && text == "na":
		return engine.NotApplicable, true
	case fact.Type == rules.BoolFact:
		return ck.readFactBool(fact, n)
	case fact.Type == rules.NumberFact:
		return ck.readFactNumber(fact, n)
	case n.Kind == tree.List:
		return ck.readFactValues(fact, n)
	case n.Kind == tree.Map:
		return ck.readFactMembers(fact, n)
	case n.Kind == tree.String && slices.Contains(fact.ValueIDs(), text):
		return engine.Value(text), true
	default:
		ck.list.Add(diagnoseWrongValue(fact, n, append(fact.ValueIDs(), answerStates...)))
	}
	return engine.Answer{}, false
}

func (ck *checker) readFactBool(fact *rules.Fact, n *tree.Node) (engine.Answer, bool) {
	if n.Kind == tree.Bool {
		if n.IsTrue() {
			return engine.Yes, true
		}
		return engine.No, true
	}
	d := diag.NotTrueOrFalse(n.At, fact.ID, showNode(n)).OneOf(n.Text, append([]string{"true", "false"}, answerStates...))
	if word, ok := truthWords[strings.ToLower(n.Text)]; ok && (n.Kind == tree.String || n.Kind == tree.Number) {
		d.Suggest = word
	}
	ck.list.Add(d)
	return engine.Answer{}, false
}

func (ck *checker) readFactNumber(fact *rules.Fact, n *tree.Node) (engine.Answer, bool) {
	x, ok := n.Float()
	switch {
	case !ok:
		ck.list.Add(diag.NotANumber(n.At, fact.ID, showNode(n)))
	case !(x >= fact.Min && x <= fact.Max):
		between := plain.Number(fact.Min) + " .. " + plain.Number(fact.Max)
		ck.list.Add(diag.FactOutOfRange(n.At, fact.ID, n.Text, between))
	default:
		return engine.Number(x + 0), true
	}
	return engine.Answer{}, false
}

// splitAnswer takes an answer apart: the short form is the value itself, the long
// one a map with the value under key. The fact is nil for a priority.
func (ck *checker) splitAnswer(f tree.Field, key string, fact *rules.Fact) (*tree.Node, engine.Note, bool) {
	note := engine.Note{Layer: ck.layer.Name}
	if f.Value.Kind != tree.Map || takesSeveral(fact) && namesMembers(f.Value) {
		return f.Value, note, ck.checkOneAnswer(f.Value, f.Key, fact)
	}
	n := f.Value.Get(key)
	for _, part := range f.Value.Fields {
		switch part.Key {
		case key:
		case "sure":
			if ck.expectKind(part.Value, tree.String, part.Key) && ck.checkOneOf(part.Value, part.Key, NoteSureness) {
				note.Sure = engine.AnswerSureness(part.Value.Text)
			}
		case "note":
			ck.readNoteText(part, &note.Text)
		case "by":
			ck.readNoteText(part, &note.By)
		case "private":
			if ck.expectKind(part.Value, tree.Bool, part.Key) {
				note.Private = part.Value.IsTrue()
			}
		default:
			if n == nil && takesSeveral(fact) && slices.Contains(fact.ValueIDs(), part.Key) {
				break // it belongs under key, which is told below
			}
			if key == betweenKey && part.Key == weightKey {
				ck.list.Add(diag.InvalidRangeTwice(part.At, f.Key))
				break
			}
			ck.list.Add(diag.UnknownKey(part.At, part.Key).OneOf(part.Key, append(listValueKeys(key), noteKeys...)))
		}
	}
	if n == nil {
		ck.list.Add(diag.MissingKey(f.Value.At, key))
		return nil, note, false
	}
	return n, note, key == betweenKey || ck.checkOneAnswer(n, f.Key, fact)
}

// checkOneAnswer reports whether a value is a single one, or its fact takes several.
func (ck *checker) checkOneAnswer(n *tree.Node, id string, fact *rules.Fact) bool {
	if n.Kind == tree.Map || n.Kind == tree.List {
		if !takesSeveral(fact) {
			ck.list.Add(diag.SeveralAnswers(n.At, id))
			return false
		}
	}
	return true
}

func (ck *checker) readNoteText(f tree.Field, to *string) {
	if ck.expectKind(f.Value, tree.String, f.Key) {
		*to = f.Value.Text
	}
}
