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

// withoutTerminal names what is missing, since nobody can be asked.
func (q *questionnaire) withoutTerminal(ctx context.Context) error {
	if err := q.begin(); err != nil {
		return err
	}
	s, err := q.session(q.start)
	if err != nil {
		return err
	}
	// What compares priorities is left out: it has no name to set it by.
	missing := slices.DeleteFunc(s.Missing(), func(id string) bool { return strings.Contains(id, "/") })
	if len(missing) == 0 {
		return q.result(ctx, q.start)
	}
	next, err := s.Next(ctx)
	if err != nil {
		return err
	}
	q.complain(q.words.Say("cannot_ask"), q.instead(missing[0], missing, next.Of)...)
	return errIncomplete
}

// instead says what is missing and gives commands that work as they stand.
func (q *questionnaire) instead(first string, missing []string, of int) []string {
	set := " --set " + q.sample(first)
	told := []string{q.words.Say("cannot_ask_missing", "ids", strings.Join(missing, ", "), "n", strconv.Itoa(len(missing)), "of", strconv.Itoa(of))}
	if q.draft.exists {
		name := q.name()
		if strings.Contains(name, " ") {
			name = `"` + name + `"`
		}
		return append(told, q.words.Say("cannot_ask_set"), "ajar decide "+plain.Clean(name)+set)
	}
	return append(told,
		q.words.Say("cannot_ask_set"), "ajar init | ajar decide -"+set,
		q.words.Say("cannot_ask_file"), "ajar init -o release.ajar.yaml")
}

// sample answers a question in the way of --set, by the first of its values; the
// first priority stands for all.
func (q *questionnaire) sample(id string) string {
	if f := q.pack.Fact(id); f != nil {
		if values := f.ValueIDs(); len(values) > 0 {
			return id + "=" + values[0]
		}
		return id + "=" + strconv.FormatFloat(f.Min, 'f', -1, 64)
	}
	if id == rules.PrioritiesID {
		id = q.pack.Priorities[0].ID
	}
	return id + "=" + strconv.Itoa(elicit.Top)
}
