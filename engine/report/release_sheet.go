package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// The release sheet: the questions of those who approve a release, with what the profile
// says to each and what the rules hold against it. What is not known is never taken for
// answered.

// sheetStatus says how far a question of the release sheet, or one answer to it, is settled.
type sheetStatus uint8

// The states, the most settled first: a question is as settled as the least settled of its
// answers.
const (
	sheetOff      sheetStatus = iota // the profile says that it does not apply
	sheetNotAsked                    // other answers make the rules pass over it
	sheetDone                        // answered, with nothing to clear
	sheetByHand                      // no fact says it: a person fills it in
	sheetToClear                     // known, and something has to be done about it
	sheetOpen                        // not known
	sheetBlocked                     // known, and nothing is to be published with it
)

// sheetItem is a question of the sheet with all that is to be told.
type sheetItem struct {
	def     *rules.SheetQuestion
	status  sheetStatus
	answers []sheetAnswer
	held    []*heldRule // what is said here
	seen    []*heldRule // what is said at an earlier question and holds this one back too
}

// sheetAnswer is one line of a question.
type sheetAnswer struct {
	fact   string // "" for what is filled in by hand
	name   string
	text   []string
	status sheetStatus
}

// listSheet answers all questions of the sheet, in the order of the pack, and gives the
// rules that belong to none of them.
func listSheet(w *wording) (items []sheetItem, rest []*heldRule) {
	held := listHeldRules(w)
	told := map[*heldRule]bool{}
	for i := range w.pack.Sheet {
		x := sheetItem{def: &w.pack.Sheet[i]}
		x.answers = listSheetAnswers(w, x.def)
		for _, a := range x.answers {
			x.status = max(x.status, a.status)
		}
		for _, h := range held {
			if !belongs(w.pack, h, x.def) {
				continue
			}
			if h.holdsBack {
				x.status = max(x.status, sheetToClear)
			}
			switch {
			case !told[h]:
				x.held = append(x.held, h)
			case h.holdsBack:
				x.seen = append(x.seen, h)
			}
			told[h] = true
		}
		items = append(items, x)
	}
	return items, slices.DeleteFunc(held, func(h *heldRule) bool { return told[h] })
}

// listSheetAnswers gives the lines of a question: the facts that answer it, for the whole
// and for parts that differ, those told beside, and what is filled in by hand.
func listSheetAnswers(w *wording, q *rules.SheetQuestion) []sheetAnswer {
	var out []sheetAnswer
	for i := range q.Facts {
		f := &q.Facts[i]
		if f.ID == rules.PrioritiesID {
			out = append(out, describeSheetPriorities(w))
			continue
		}
		out = append(out, listFactAnswers(w, f)...)
	}
	for _, id := range q.Context {
		out = append(out, listFactAnswers(w, &rules.SheetFact{ID: id})...)
	}
	if text := q.ByHand.In(w.Lang); text != "" {
		out = append(out, sheetAnswer{name: text, status: sheetByHand})
	}
	return out
}

// describeSheetPriorities tells the stated priorities, the weightiest first.
func describeSheetPriorities(w *wording) sheetAnswer {
	a := sheetAnswer{fact: rules.PrioritiesID, name: w.SheetPriorities(), text: []string{w.AnswerUnknown()}, status: sheetOpen}
	list := slices.Clone(w.rec.Priorities)
	slices.SortStableFunc(list, func(a, b engine.PriorityResult) int { return int(b.Weight*1e9) - int(a.Weight*1e9) })
	var said []string
	for i := range list {
		if list[i].Weight > 0 {
			said = append(said, w.JustifyWish(w.namePriority(list[i].ID), describeStatedWeight(w, list[i].ID)))
		}
	}
	if len(said) > 0 {
		a.text, a.status = []string{w.List(said)}, sheetDone
	}
	return a
}

// listFactAnswers tells a fact for the whole, and for each part that says something else.
func listFactAnswers(w *wording, f *rules.SheetFact) []sheetAnswer {
	whole := describeFactAnswer(w, f, w.rec.Profile.Facts)
	out := []sheetAnswer{whole}
	for i := range w.rec.Profile.Parts {
		p := &w.rec.Profile.Parts[i]
		if _, own := p.Facts[f.ID]; !own {
			continue
		}
		a := describeFactAnswer(w, f, mergeAnswers(w.rec.Profile.Facts, p.Facts))
		a.name = w.SheetOfPart(a.name, w.nameComponent(p.ID))
		out = append(out, a)
	}
	return out
}

// describeFactAnswer tells the answer to a fact, and grades it. One that is stated is told
// and graded also where other answers make the rules pass over it.
func describeFactAnswer(w *wording, f *rules.SheetFact, facts map[string]engine.Answer) sheetAnswer {
	def := w.pack.Fact(f.ID)
	read := readFacts(w.pack, facts)
	counted, stated := read.Answer(f.ID), facts[f.ID]
	_, known := stated.Known()
	off := counted == engine.NotApplicable.String() && stated != engine.NotApplicable
	a := sheetAnswer{fact: f.ID, name: def.Title.In(w.Lang), status: gradeAnswer(f, def, stated)}
	a.text = addNotes(w, f.ID, w.describeAnswer(f.ID, stated), findUsualLayer(w))
	switch {
	case off && known:
		a.text = append(a.text, w.Note(w.SheetPassedOver(describeGuard(w, def, read, facts))))
	case off:
		a.status, a.text = sheetNotAsked, []string{w.SheetSince(describeGuard(w, def, read, facts))}
	case known || stated == engine.NotApplicable:
	case counted != engine.Unknown.String():
		follows := engine.Value(counted)
		a.status, a.text = gradeAnswer(f, def, follows), []string{w.describeAnswer(f.ID, follows), w.Note(w.SheetFollows())}
	default:
		a.text = append(a.text, w.SheetAsk(def.Question.In(w.Lang)))
	}
	if w.rec.Profile.Notes[f.ID].Sure == engine.LowSureness && a.status == sheetDone {
		a.status = sheetToClear
	}
	return a
}

// readFacts reads answers as the rules do.
func readFacts(pack *rules.Pack, facts map[string]engine.Answer) *rules.Reading {
	stated := make(map[string]string, len(facts))
	for id, a := range facts {
		stated[id] = a.String()
		if v, known := a.Known(); known {
			stated[id] = v
		}
	}
	return pack.ReadAnswers(stated)
}

// describeGuard tells the answers on which it hangs whether a fact is asked.
func describeGuard(w *wording, def *rules.Fact, read *rules.Reading, facts map[string]engine.Answer) string {
	var said []string
	for _, id := range listFactsRead(def.AskedIf) {
		a := facts[id]
		switch counted := read.Answer(id); counted {
		case engine.Unknown.String():
			continue
		case engine.NotApplicable.String():
			a = engine.NotApplicable
		default:
			if _, known := a.Known(); !known {
				a = engine.Value(counted)
			}
		}
		said = append(said, w.Topic(w.nameFact(id), trimFullStop(w.describeAnswer(id, a))))
	}
	return w.joinPhrases(said)
}

// gradeAnswer says how far an answer is settled. A set is settled once all of it is known.
func gradeAnswer(f *rules.SheetFact, def *rules.Fact, a engine.Answer) sheetStatus {
	v, known := a.Known()
	switch {
	case a == engine.NotApplicable:
		return sheetOff
	case !known:
		return sheetOpen
	case def.Type != rules.SetFact:
		return statusOf(f.Grade(v))
	}
	members, _ := a.Members()
	out := sheetDone
	for i, truth := range members.Truths(def) {
		switch truth {
		case rules.True:
			out = max(out, statusOf(f.Grade(def.Values[i].ID)))
		case rules.Unknown:
			out = max(out, sheetOpen)
		}
	}
	return out
}

func statusOf(g rules.SheetGrade) sheetStatus {
	switch g {
	case rules.GoodAnswer:
		return sheetDone
	case rules.BlockingAnswer:
		return sheetBlocked
	}
	return sheetToClear
}
