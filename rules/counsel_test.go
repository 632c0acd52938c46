package rules_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestCounselMayBeMissing(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	for _, name := range []string{"counsel.yaml", "counsel_test.yaml", "zh/counsel.yaml"} {
		require.Contains(t, files, name)
		delete(files, name)
	}
	p, err := rules.Load(files)
	require.NoError(t, err)
	require.Empty(t, p.Counsel)
	require.NotEqual(t, rules.Core().Digest, p.Digest, "what is told is part of what a pack says")
}

func TestCounselMistakes(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	files["counsel.yaml"] = &fstest.MapFile{Data: []byte(`counsel:
  - {id: first, topic: rider, for: [opne], when: {ridders: hosts}, title: A, text: B, source: [ajar_methd]}
  - {id: first, topic: income, title: A, source: [ajar_method]}
`)}
	delete(files, "zh/counsel.yaml")
	_, err := rules.Load(files)
	require.ErrorContains(t, err, `counsel.yaml:3:5: AJ102 "text" is missing`)
	files["counsel.yaml"].Data = []byte(strings.Replace(string(files["counsel.yaml"].Data), "title: A, source", "title: A, text: B, source", 1))
	_, err = rules.Load(files)
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	var got []string
	for _, d := range list {
		got = append(got, d.Code+" "+d.Suggest)
	}
	slices.Sort(got)
	require.Equal(t, []string{"AJ105 ajar_method", "AJ105 open", "AJ105 riders", "AJ105 riders", "AJ106 "}, got)
}

// Whoever takes without giving is answered, in open and mixed forms and in closed ones.
func TestEveryRiderIsAnswered(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	for _, value := range p.Fact("riders").ValueIDs() {
		r := p.ReadAnswers(map[string]string{"release_status": "closed_product", "revenue_source": "licence_sales", "riders": value, "hosting_rivals": "none"})
		for _, scope := range [][]string{{"open"}, {"mixed", "delayed_opening"}, {"closed", "closed_product"}, {"closed", "hosted_api"}, {"closed", "in_house"}} {
			found := listCounsel(p, r, rules.RidersTopic, scope)
			require.Equal(t, value != "none", len(found) > 0, "%s under %v: %v", value, scope, found)
		}
	}
}

// listCounsel lists what is told on a topic to whom is advised what the scope says.
func listCounsel(p *rules.Pack, r *rules.Reading, topic rules.Topic, scope []string) (ids []string) {
	for i := range p.Counsel {
		c := &p.Counsel[i]
		meant := (len(c.For) == 0 || slices.ContainsFunc(c.For, in(scope))) && !slices.ContainsFunc(c.NotFor, in(scope))
		if c.Topic == topic && meant && r.PrudentTruth(c.When) == rules.True {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func in(scope []string) func(string) bool {
	return func(id string) bool { return slices.Contains(scope, id) }
}

// scopesOf lists for each form of an option what advice on it can be meant for.
func scopesOf(o *rules.Option) map[string][]string {
	out := map[string][]string{}
	own := len(o.Forms) == 0
	for _, f := range o.Forms {
		own = own || f.ID == o.ID
		out[f.ID] = []string{string(o.Stance), f.ID}
	}
	if len(o.Forms) == 0 {
		out[o.ID] = []string{string(o.Stance), o.ID}
	}
	if o.Stance == rules.Mixed && own {
		return out
	}
	for id := range out {
		out[id] = append(out[id], o.ID) // the id of the option means all its forms
	}
	return out
}

// Whatever is advised, and whoever owns it, something is said of what the other side
// would add, also to whom nothing else is known of and who is bound to secrecy.
func TestEveryFormIsTold(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	for _, facts := range []map[string]string{
		{}, {"confidentiality_duty": "true"}, {"revenue_source": "none", "confidentiality_duty": "true"}, {"revenue_source": "licence_sales"},
		{"owner_type": "government", "revenue_source": "internal_use"}, {"owner_type": "community", "revenue_source": "grants_donations"},
	} {
		r := p.ReadAnswers(facts)
		for i := range p.Options {
			for form, scope := range scopesOf(&p.Options[i]) {
				require.NotEmpty(t, listCounsel(p, r, rules.ComplementTopic, scope), "%s %v", form, facts)
			}
		}
	}
}

var sales = regexp.MustCompile(`(?i)\b(customers?|sells?|selling|sold|sales?|prices?|buys?|buyers?|charged?|fees?|paid for)\b`)

// Nobody who brings in no money and wants none is told of sales; and who earns is.
func TestNobodyWithoutIncomeIsToldOfSales(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	told := map[rules.Topic]int{}
	for _, revenue := range []string{"none", "internal_use"} {
		r := p.ReadAnswers(map[string]string{"revenue_source": revenue, "artefact_is_product": "false", "must_recoup": "false"})
		for i := range p.Counsel {
			c := &p.Counsel[i]
			if !sales.MatchString(c.Title.In("en") + " " + c.Text.In("en")) {
				continue
			}
			told[c.Topic]++
			require.Equal(t, rules.False, r.PrudentTruth(c.When), c.ID)
		}
	}
	require.Greater(t, told[rules.IncomeTopic], 10)
	earns := p.ReadAnswers(map[string]string{"revenue_source": "licence_sales"})
	for i := range p.Options {
		for form, scope := range scopesOf(&p.Options[i]) {
			if p.Options[i].ID != "in_house" {
				require.NotEmpty(t, listCounsel(p, earns, rules.IncomeTopic, scope), form)
			}
		}
	}
}

// Counsel is for reading aloud: a title of a few words, two to four sentences, no ids.
func TestCounselIsShort(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	for _, c := range p.Counsel {
		require.LessOrEqual(t, len(strings.Fields(c.Title.In("en"))), 9, c.ID)
		require.NotRegexp(t, `\w_\w`, c.Text.In("en")+c.Text.Own("zh"), c.ID)
		en, zh := strings.Count(c.Text.In("en")+" ", ". "), strings.Count(c.Text.Own("zh"), "。")
		require.True(t, en >= 2 && en <= 4, "%s: %d sentences", c.ID, en)
		require.True(t, zh >= 1 && zh <= 5, "%s: %d sentences", c.ID, zh)
	}
}

// Whoever takes without giving pulls somewhere: a value that nothing weighs would be
// asked for in vain.
func TestEveryRiderPulls(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	weighed := map[string]bool{}
	for r := range p.Rules() {
		if r.Kind != rules.ArgumentRule && r.Kind != rules.ModeratorRule {
			continue
		}
		for _, c := range r.Conditions {
			for _, v := range valuesOf(c, "riders") {
				weighed[v] = true
			}
		}
	}
	for _, v := range p.Fact("riders").ValueIDs() {
		require.Equal(t, v != "none", weighed[v], v)
	}
}

// valuesOf lists the values that a condition compares a fact with.
func valuesOf(c *rules.Condition, fact string) (values []string) {
	if c.Op == rules.Compare && c.Fact == fact {
		values = c.Values
	}
	for i := range c.Of {
		values = append(values, valuesOf(&c.Of[i], fact)...)
	}
	return values
}
