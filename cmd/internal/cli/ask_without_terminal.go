package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// runWithoutTerminal names what is missing, since nobody can be asked.
func (q *askRun) runWithoutTerminal(ctx context.Context) error {
	if err := q.chooseStart(); err != nil {
		return err
	}
	s, err := q.newSession(q.start)
	if err != nil {
		return err
	}
	// What compares priorities is left out: it has no name to set it by.
	missing := slices.DeleteFunc(s.Missing(), func(id string) bool { return len(s.QuestionByID(id).Priorities) > 0 })
	if len(missing) == 0 {
		return q.writeResult(ctx, q.start)
	}
	next, err := s.Next(ctx)
	if err != nil {
		return err
	}
	q.app.writeMistake(q.app.words.CannotAsk(), q.listCommandsInstead(missing[0], missing, next.Of)...)
	return errIncomplete
}

// listCommandsInstead says what is missing and gives commands that work as they stand.
func (q *askRun) listCommandsInstead(first string, missing []string, of int) []string {
	set := " --set " + q.sampleAssignment(first)
	told := []string{q.app.words.CannotAskMissing(strings.Join(missing, ", "), strconv.Itoa(len(missing)), strconv.Itoa(of))}
	if q.draft.Exists {
		name := q.nameAnswers()
		if strings.Contains(name, " ") {
			name = `"` + name + `"`
		}
		return append(told, q.app.words.CannotAskSet(), "ajar decide "+name+set)
	}
	return append(told,
		q.app.words.CannotAskSet(), "ajar init | ajar decide -"+set,
		q.app.words.CannotAskFile(), "ajar init -o release.ajar.yaml")
}

// sampleAssignment answers a question in the way of --set, by the first of its values; the
// first priority stands for all.
func (q *askRun) sampleAssignment(id string) string {
	if f := q.app.pack.Fact(id); f != nil {
		if values := f.ValueIDs(); len(values) > 0 {
			return id + "=" + values[0]
		}
		return id + "=" + plain.Decimal(f.Min)
	}
	if id == rules.PrioritiesID {
		id = q.app.pack.Priorities[0].ID
	}
	return id + "=" + strconv.Itoa(elicit.TopWeight)
}
