package explain_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/explain"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func one(t *testing.T, id, lang string) explain.Explanation {
	t.Helper()
	found := explain.Find(rules.Core(), id, lang)
	require.Len(t, found, 1, id)
	return found[0]
}

func part(t *testing.T, e explain.Explanation, key string) explain.Section {
	t.Helper()
	for _, p := range e.Sections {
		if p.Key == key {
			return p
		}
	}
	t.Fatalf("%s has no %q", e.ID, key)
	return explain.Section{}
}

func ids(rows []documents.Row) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out
}

// Everything that is listed can be explained, drawn and written as JSON in
// both languages; every third of a kind shows it, all in "make long".
func TestIndexIsComplete(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	counts, step := map[string]int{}, testkit.StrideOf(3)
	for _, lang := range []string{"en", "zh"} {
		for _, e := range explain.Index(pack, lang) {
			counts[e.Kind]++
			require.NotEmpty(t, e.Title, e.ID)
			if counts[e.Kind]%step != 1%step {
				continue
			}
			found := explain.Find(pack, e.ID, lang)
			require.NotEmpty(t, found, e.ID)
			for i := range found {
				text := found[i].Page().Draw(page.Look{Width: 80})
				require.True(t, strings.HasPrefix(text, e.ID+"\n"), text)
				data, err := json.Marshal(found[i].Data())
				require.NoError(t, err)
				require.True(t, json.Valid(data))
			}
		}
	}
	cells := 0
	for _, d := range pack.Dimensions {
		cells += len(d.Arguments)
	}
	require.Equal(t, 2*len(pack.Facts), counts["fact"])
	require.Equal(t, 2*len(pack.Priorities), counts["priority"])
	require.Equal(t, 2*len(pack.Dimensions), counts["dimension"])
	require.Equal(t, 2*cells, counts["argument"])
	require.Equal(t, 2*len(pack.Options), counts["option"])
	require.Equal(t, 2*len(pack.Bars), counts["bar"])
	require.Equal(t, 2*len(pack.Components), counts["component"])
	require.Equal(t, 2*len(pack.Sources), counts["source"])
	require.Equal(t, 2*7, counts["constant"])
	require.Equal(t, 2*len(diag.Codes()), counts["code"])
	require.Positive(t, counts["moderator"])
	require.Positive(t, counts["form"])
}

func TestNobody(t *testing.T) {
	t.Parallel()
	require.Empty(t, explain.Find(rules.Core(), "nobody", "en"))
	require.Empty(t, explain.Find(rules.Core(), "KIND", "en"), "ids are lower case")
	require.Len(t, explain.Find(rules.Core(), "aj203", "en"), 1)
}

func TestSharedNamesAreExplainedTogether(t *testing.T) {
	t.Parallel()
	found := explain.Find(rules.Core(), "open_core", "en")
	require.Len(t, found, 2)
	require.Equal(t, "option", found[0].Kind)
	require.Equal(t, "form", found[1].Kind)
}

// A fact names whatever reads it: each kind of rule that has a condition.
func TestReadersOfAFact(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	readers := map[string][]string{}
	requireReads := func(id, kind string, conditions ...*rules.Condition) {
		for _, c := range conditions {
			for _, fact := range c.Facts(nil) {
				if readers[fact] == nil {
					readers[fact] = ids(part(t, one(t, fact, "en"), "read_by").Rows)
				}
				require.Contains(t, readers[fact], id, "%s reads %s", kind, fact)
			}
		}
	}
	for _, f := range p.Facts {
		requireReads(f.ID, "guard", f.AskedIf)
	}
	for _, d := range p.Dimensions {
		for _, a := range d.Arguments {
			requireReads(a.ID, "argument", a.When)
		}
		for _, m := range d.Moderators {
			requireReads(m.ID, "moderator", m.When)
		}
	}
	for _, o := range p.Options {
		requireReads(o.ID, "option", o.Requires)
		for _, f := range o.ListForms() {
			requireReads(f.ID, "form", f.Requires)
			for _, r := range f.Raises {
				requireReads(f.ID, "form", r.When)
			}
		}
	}
	for r := range p.Rules() {
		if r.Kind == rules.BarRule || r.Kind == rules.DutyRule || r.Kind == rules.ActRule || r.Kind == rules.PartKindRule {
			requireReads(r.ID, string(r.Kind), r.Conditions...)
		}
	}
	require.Greater(t, len(readers), 40)
}

func TestCitersOfASource(t *testing.T) {
	t.Parallel()
	cited := ids(part(t, one(t, "article_2023", "en"), "cited_by").Rows)
	require.Contains(t, cited, "revenue_model.closed_advantage")
	require.Contains(t, ids(part(t, one(t, "ajar_method", "en"), "cited_by").Rows), "beta")
}

func TestArgument(t *testing.T) {
	t.Parallel()
	e := one(t, "revenue_model.closed_advantage", "en")
	require.Equal(t, []string{"predictable_revenue"}, ids(part(t, e, "serves").Rows))
	captures := part(t, e, "captures")
	require.Len(t, captures.Rows, len(rules.Core().Options))
	for _, r := range captures.Rows {
		require.Regexp(t, `^[0-9.]+%\. .`, r.Text, "every capture has its reason")
	}
	served := part(t, one(t, "predictable_revenue", "en"), "served_by")
	require.Contains(t, ids(served.Rows), "revenue_model.closed_advantage")
}

// A form quotes the reasons that it is made for, and each reason names its forms.
func TestReasonsOfForms(t *testing.T) {
	t.Parallel()
	pack, seen := rules.Core(), 0
	for _, o := range pack.Options {
		for i := range o.Forms {
			f := &o.Forms[i]
			if len(f.Raises) == 0 {
				continue
			}
			seen++
			found := explain.Find(pack, f.ID, "en") // an option, an argument, ... may have the same name
			e := found[slices.IndexFunc(found, func(e explain.Explanation) bool { return e.Kind == "form" })]
			rows := part(t, e, "raises").Rows
			require.Len(t, rows, len(f.Raises), f.ID)
			for j, r := range f.Raises {
				require.Contains(t, rows[j].Text, strings.TrimRight(pack.Argument(r.Argument).Text.In("en"), "."), f.ID)
				require.Contains(t, rows[j].Text, r.Because.In("en"), f.ID)
				require.Contains(t, ids(part(t, one(t, r.Argument, "en"), "raised_by").Rows), f.ID, r.Argument)
			}
			if f.Captures != nil {
				require.Contains(t, part(t, e, "secures").Text, o.Title.In("en"), "where to find what the form leaves to its option")
			}
		}
	}
	require.Greater(t, seen, 10)
}

// A capture shows the reason of the most particular override.
func TestReasonOfACapture(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	for i := range pack.Options {
		o := &pack.Options[i]
		for id, own := range o.Captures.Arguments.All() {
			rows := part(t, one(t, id, "en"), "captures").Rows
			require.Contains(t, rows[i].Text, own.Because.In("en"), "%s of %s", id, o.ID)
		}
	}
}

func TestUnknownYearAndIdentifierAreNull(t *testing.T) {
	t.Parallel()
	for _, s := range rules.Core().Sources {
		e := one(t, s.ID, "en")
		data, err := json.Marshal(e.Data())
		require.NoError(t, err)
		var back struct {
			Year       *int
			Identifier *string
			Mark       string
		}
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, s.Year, back.Year)
		require.Equal(t, s.Identifier, back.Identifier)
		require.Equal(t, string(s.Mark), back.Mark)
	}
}

// A message shows its blanks, and no name of a placeholder.
func TestCodes(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		for _, code := range diag.Codes() {
			e := one(t, code, lang)
			require.NotContains(t, e.Title, "{")
			require.NotEmpty(t, part(t, e, "about").Text)
		}
	}
	require.Equal(t, `unknown fact "…"`, one(t, "AJ203", "en").Title)
}

// A number tells how far it may be off where the pack says so of it alone, and only there.
func TestOwnDoubtIsTold(t *testing.T) {
	t.Parallel()
	pack := rules.Core().Clone()
	doubt := func(why string) *rules.Doubt {
		return &rules.Doubt{Value: 0.35, Because: rules.Text{{"en", why}, {"zh", why}}}
	}
	a := pack.Argument("revenue_model.closed_advantage")
	require.Nil(t, a.StrengthDoubt)
	a.StrengthDoubt = doubt("argument.")
	m := &pack.Dimensions[0].Moderators[0]
	m.FactorDoubt = doubt("moderator.")
	o := &pack.Options[slices.IndexFunc(pack.Options, func(o rules.Option) bool {
		return slices.ContainsFunc(o.Forms, func(f rules.Form) bool { return len(f.Raises) > 0 })
	})]
	o.Captures.Doubt = doubt("default.")
	captured := o.Captures.Arguments[0].Key
	o.Captures.Arguments[0].Value.Doubt = doubt("capture.")
	f := &o.Forms[slices.IndexFunc(o.Forms, func(f rules.Form) bool { return len(f.Raises) > 0 })]
	f.Raises[0].Doubt = doubt("raise.")
	for _, lang := range []string{"en", "zh"} {
		told := func(id, kind, key string) string {
			found := explain.Find(pack, id, lang)
			e := found[slices.IndexFunc(found, func(e explain.Explanation) bool { return e.Kind == kind })]
			text := e.Page().Draw(page.Look{Width: 10000})
			data, err := json.Marshal(part(t, e, key))
			require.NoError(t, err)
			require.Contains(t, string(data), `0.35`, id)
			require.Contains(t, text, "35%", id)
			return text
		}
		require.Contains(t, told(a.ID, "argument", "strength"), "argument.")
		require.Contains(t, told(captured, "argument", "captures"), "capture.")
		require.Contains(t, told(m.ID, "moderator", "factor"), "moderator.")
		require.Contains(t, told(o.ID, "option", "secures"), "default.")
		require.Contains(t, told(o.ID, "option", "secures"), "capture.")
		require.Contains(t, told(f.ID, "form", "raises"), "raise.")
		require.Contains(t, told(f.Raises[0].Argument, "argument", "raised_by"), "raise.")
	}
	usual := one(t, a.ID, "en")
	require.NotContains(t, usual.Page().Draw(page.Look{Width: 10000}), "may be off")
}
