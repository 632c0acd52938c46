package profiles_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Forms that are a sale: who takes one of them has customers from then on, and its
// texts may say so; terms that bar rivals for a time need an offer that rivals could
// take. They are no advice for the owners of testdata/owners.
var formsOfSale = []string{
	"open_core", "open_base", "dual_licence", "network_copyleft_commercial", "source_for_customers", "source_escrow", "delayed_opening",
}

// Words that mean nothing to an owner without customers, by language.
var wordsOfSale = map[string][]string{
	"en": {"customer", "buyer", "paid contract", "paid feature", "paid part", "what is sold", "your sales", "price", "invoice"},
	"zh": {"客户签订", "客户付费", "客户按", "每位客户", "买方", "买家", "售价", "价格", "付费功能", "付费部分", "购买例外"},
}

// Words that stand nowhere in a report to such an owner, the dimensions and duties
// included. What the owner answered and what works of others say is left out.
var wordsOfCustomers = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)customer|buyer|paid contract`),
	"zh": regexp.MustCompile(`客户[^端]|买方|买家`),
}

// Owners who earn nothing with it read advice on parts, terms and steps that they can
// act on, whichever form it comes to: no contract with customers whom they do not
// have.
func TestOwnersWithoutIncomeReadNothingOfSales(t *testing.T) {
	t.Parallel()
	base := loadFormProfiles(t)
	met, found := map[string]bool{}, map[string]string{}
	for i, form := range slices.Sorted(maps.Keys(base)) {
		if i%testkit.Stride() > 0 || slices.Contains(formsOfSale, form) {
			continue
		}
		pack := packWithOneForm(form)
		e, err := engine.New(pack)
		require.NoError(t, err)
		for _, owner := range pack.Fact("owner_type").Values {
			p := base[form]
			p.Facts = withoutIncome(p.Facts, owner.ID)
			r, err := e.Recommend(t.Context(), p)
			require.NoError(t, err)
			if r.Form != form {
				continue // not possible for such an owner, or forbidden
			}
			met[form] = true
			require.NotEmpty(t, r.Components, "%s, %s", form, owner.ID)
			require.NotEmpty(t, r.NextSteps, "%s, %s", form, owner.ID)
			for lang, word := range wordsOfCustomers {
				for _, line := range writtenLines(t, pack, r, lang) {
					if word.MatchString(line) {
						found[line] = form + ", " + owner.ID
					}
				}
			}
			for lang, words := range wordsOfSale {
				for _, text := range advisingTexts(t, pack, r, lang) {
					for _, word := range words {
						if strings.Contains(strings.ToLower(text), word) {
							found[text] = form + ", " + owner.ID + ": " + word
						}
					}
				}
			}
		}
	}
	require.Empty(t, found)
	for i, form := range slices.Sorted(maps.Keys(base)) {
		require.True(t, i%testkit.Stride() > 0 || met[form] || slices.Contains(formsOfSale, form), "%s is possible for no owner without income", form)
	}
}

// advisingTexts are the texts of a report that say what to do: with the form, the
// parts, the terms and the steps. What the owner answered, and claims about the world,
// are not among them.
func advisingTexts(t *testing.T, pack *rules.Pack, r *engine.Recommendation, lang string) []string {
	t.Helper()
	option := pack.Option(r.Option)
	form := formOf(option, r.Form)
	out := []string{form.Title.In(lang), form.Text.In(lang), form.Danger.In(lang)}
	doc, err := report.Document(pack, r, lang, "")
	require.NoError(t, err)
	for _, c := range doc.Components {
		out = append(out, c.Because)
	}
	for _, l := range doc.Licences {
		out = append(out, l.Because, pack.Licence(l.SPDX).Says.In(lang))
	}
	for _, s := range doc.NextSteps {
		out = append(out, s.Text)
	}
	for _, s := range doc.Plan {
		out = append(out, s.Text)
	}
	return out
}

var inBrackets = regexp.MustCompile(`\([^()]*\)|（[^（）]*）`)

// writtenLines are the lines of a whole report up to its sources, without the grounds
// in brackets.
func writtenLines(t *testing.T, pack *rules.Pack, r *engine.Recommendation, lang string) []string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.Write(&b, pack, r, report.Markdown, report.Lang(lang)))
	text, _, _ := strings.Cut(b.String(), map[string]string{"en": "## Sources", "zh": "## 出处"}[lang])
	return strings.Split(inBrackets.ReplaceAllString(text, ""), "\n")
}

// withoutIncome are the facts of a form's own profile in the hands of another owner, who
// earns nothing with the work.
func withoutIncome(facts map[string]engine.Answer, owner string) map[string]engine.Answer {
	out := map[string]engine.Answer{}
	for id, a := range facts {
		out[id] = a
	}
	out["owner_type"] = engine.Value(owner)
	out["revenue_source"] = engine.Value("none")
	out["artefact_is_product"] = engine.Value("false")
	out["must_recoup"] = engine.Value("false")
	out["overlaps_paid_product"] = engine.Value("false")
	// Without a sale, limits on use are possible only where a use could harm.
	out["misuse_severity"] = engine.Value("moderate")
	delete(out, "self_host_demand")
	return out
}

func loadFormProfiles(t *testing.T) map[string]engine.Profile {
	t.Helper()
	files, err := filepath.Glob("testdata/forms/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	out := map[string]engine.Profile{}
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".yaml")
		if strings.HasSuffix(id, "_rival") {
			continue
		}
		out[id], err = profiles.Load(file)
		require.NoError(t, err)
	}
	return out
}

// packWithOneForm is the core pack in which no form but one is possible.
func packWithOneForm(id string) *rules.Pack {
	pack := rules.Core().Clone()
	for i := range pack.Options {
		for j := range pack.Options[i].Forms {
			if f := &pack.Options[i].Forms[j]; f.ID != id {
				f.Requires = &rules.Condition{Op: rules.Any}
			}
		}
	}
	return pack
}

// Five owners without customers: a tax office, volunteers, a lab, a team inside a bank
// and one person. Each is held to a form of its own. The forms were written into the
// files after the answers had been seen and found fit, so the test guards them and
// proves nothing about the rules.
func TestOwners(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	files, err := filepath.Glob("testdata/owners/*.yaml")
	require.NoError(t, err)
	require.Len(t, files, 5)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		want, _, _ := strings.Cut(strings.TrimPrefix(string(text), "# expect: form="), "\n")
		p, err := profiles.Load(file)
		require.NoError(t, err)
		r, err := e.Recommend(t.Context(), p)
		require.NoError(t, err)
		require.Equal(t, want, r.Form, file)
		require.NotContains(t, formsOfSale, r.Form, file)
		require.NotEmpty(t, r.NextSteps, file)
	}
}

func formOf(o *rules.Option, id string) *rules.Form {
	forms := o.ListForms()
	return forms[slices.IndexFunc(forms, func(f *rules.Form) bool { return f.ID == id })]
}
