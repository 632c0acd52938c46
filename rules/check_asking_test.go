package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestAskingOfTheCorePack(t *testing.T) {
	t.Parallel()
	a := rules.Core().Asking
	require.Equal(t, "kind", a.Quick[0].ID)
	require.Equal(t, 5, a.Most)
	require.Len(t, a.Anchors, 3)
	require.Equal(t, 9, a.Questions)
	for income, want := range map[string]bool{"none": false, "licence_sales": true} {
		reading := rules.Core().ReadAnswers(map[string]string{"kind": "software", "revenue_source": income})
		for _, id := range []string{"artefact_is_product", "hosting_rivals", "splittable_features", "moat_source"} {
			require.Equal(t, want, reading.Truth(a.Question(id).If) == rules.True, "%s after %s", id, income)
		}
	}
}

func TestAskingMistakes(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct{ old, with, want string }{
		"unknown question": {"id: hosting_rivals", "id: hosting_rival", `AJ105 unknown question "hosting_rival"; did you mean "hosting_rivals"?`},
		"asked twice":      {"id: hosting_rivals", "id: kind", `AJ106 question "kind" is defined twice`},
		"unknown value":    {"if: {kind: [model, both]}", "if: {kind: [modl, both]}", `AJ104 "modl" is not a value of "kind"; did you mean "model"?`},
		"no title":         {"from 0 to 10: {priority}?", "from 0 to 10?", "rate.question.en does not name the {priority}"},
		"most":             {"most: 5", "most: 0", "AJ107 most is 0"},
		"questions":        {"questions: 9", "questions: -1", "AJ107 questions is -1"},
		"anchor":           {"weight: 10", "weight: 11", "AJ107 anchors.weight is 11"},
		"times":            {"does {a} matter as much to you as {b}?", "does {a} matter?", "weigh.times.question.en does not name the {b}"},
		"scale":            {"weight: 9", "weight: 9.5", "AJ107 weigh.scale.weight is 9.5"},
		"anchors fall":     {"weight: 5", "weight: 0", "anchors are not in rising order"},
	} {
		files := withoutTranslations(coreFiles(t))
		delete(files, "zh/pack.yaml") // whose texts follow the ids
		s := string(files["pack.yaml"].Data)
		require.Contains(t, s, x.old, name)
		files["pack.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(s, x.old, x.with, 1))}
		_, err := rules.Load(files)
		require.ErrorContains(t, err, x.want, name)
		list, ok := diag.From(err)
		require.True(t, ok)
		require.Len(t, list, 1, name)
	}
}

func TestAskingIsOptional(t *testing.T) {
	t.Parallel()
	files := withoutTranslations(coreFiles(t))
	delete(files, "zh/pack.yaml") // it has texts for asking
	s := string(files["pack.yaml"].Data)
	before, _, _ := strings.Cut(s, "asking:")
	files["pack.yaml"] = &fstest.MapFile{Data: []byte(before)}
	p, err := rules.Load(files)
	require.NoError(t, err)
	require.Nil(t, p.Asking)
}

func TestPrioritiesIsNoFact(t *testing.T) {
	t.Parallel()
	p := *rules.Core()
	p.Facts = append([]rules.Fact{{ID: rules.PrioritiesID, Type: rules.BoolFact, Source: []string{"ajar_method"}}}, p.Facts...)
	require.ErrorContains(t, p.Check(), `"priorities" is the name of a question`)
}
