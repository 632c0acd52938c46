package layer

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// PartKeys are the keys of a part in the order in which they are written.
var PartKeys = []string{"id", "title", "like", "facts", "note"}

// readParts reads the parts that the owner names.
func (ck *checker) readParts(f tree.Field) {
	if !ck.expectKind(f.Value, tree.List, f.Key) {
		return
	}
	ck.layer.Positions[f.Key] = f.At
	if len(f.Value.Items) > engine.MaxParts {
		ck.list.Add(diag.TooManyParts(f.At, strconv.Itoa(engine.MaxParts)))
		return
	}
	parts, lines := make([]engine.Part, 0, len(f.Value.Items)), map[string]int{}
	for _, item := range f.Value.Items {
		if !ck.expectKind(item, tree.Map, f.Key) {
			continue
		}
		p, at := ck.readPart(item)
		if line, twice := lines[p.ID]; twice {
			ck.list.Add(diag.DuplicatePart(at, p.ID, strconv.Itoa(line)))
		}
		if p.ID != "" {
			lines[p.ID] = at.Line
		}
		parts = append(parts, p)
	}
	ck.layer.Parts = parts
}

// readPart reads one part and tells where its id stands.
func (ck *checker) readPart(n *tree.Node) (p engine.Part, at diag.Pos) {
	at = n.At
	for _, f := range n.Fields {
		text := map[string]*string{"id": &p.ID, "title": &p.Title, "like": &p.Like, "note": &p.Note}[f.Key]
		switch {
		case text != nil:
			ck.readNoteText(f, text)
		case f.Key == "facts":
			p.Facts = ck.readPartFacts(f)
		default:
			ck.reportUnknownPartKey(f)
		}
	}
	if id := n.Get("id"); id != nil {
		at = id.At
	}
	ck.requireKeys(n, "id", "like")
	ck.checkPart(n, &p)
	return p, at
}

// reportUnknownPartKey helps those who forgot the section.
func (ck *checker) reportUnknownPartKey(f tree.Field) {
	if ck.pack.Fact(f.Key) != nil {
		ck.list.Add(diag.MisplacedFact(f.At, f.Key))
		return
	}
	ck.list.Add(diag.UnknownKey(f.At, f.Key).OneOf(f.Key, PartKeys))
}

// checkPart judges the id of a part and what it is like, where they are text.
func (ck *checker) checkPart(n *tree.Node, p *engine.Part) {
	if p.Like != "" && ck.pack.Component(p.Like) == nil {
		ck.list.Add(diag.UnknownComponent(n.Get("like").At, p.Like).OneOf(p.Like, ck.pack.ComponentIDs()))
	}
	switch {
	case p.ID == "":
	case !engine.IsPartID(p.ID):
		ck.list.Add(diag.InvalidPartIDCharacters(n.Get("id").At, p.ID))
	case p.ID != p.Like && ck.pack.Component(p.ID) != nil:
		ck.list.Add(diag.InvalidPartIDTaken(n.Get("id").At, p.ID))
	}
}

// readPartFacts reads the answers that are others for a part than for the whole.
func (ck *checker) readPartFacts(f tree.Field) map[string]engine.Answer {
	// Answers are read as everywhere, into a layer of their own.
	own := *ck
	own.layer, own.list = New(ck.layer.Name), nil
	own.eachField(f, func(item tree.Field) {
		if hasOwnNote(item.Value) {
			own.list.Add(diag.NoteInPart(item.At, item.Key))
			return
		}
		own.readFactAnswer(item)
	})
	ck.list.Add(own.list...)
	out := make(map[string]engine.Answer, len(own.layer.Facts))
	for id, a := range own.layer.Facts {
		out[id] = a.Value
	}
	return out
}

// hasOwnNote tells the long form of an answer.
func hasOwnNote(n *tree.Node) bool {
	return n.Kind == tree.Map && slices.ContainsFunc(n.Fields, func(f tree.Field) bool {
		return f.Key == "value" || slices.Contains(noteKeys, f.Key)
	})
}
