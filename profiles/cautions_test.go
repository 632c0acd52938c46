package profiles_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// Whoever publishes a blog engine is told of the employer and not of export rules.
func TestCautionsOnABlogEngine(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	p, err := profiles.Load("testdata/blog_engine.yaml")
	require.NoError(t, err)
	r, err := e.Recommend(t.Context(), p)
	require.NoError(t, err)
	require.Equal(t, engine.Open, r.Stance)
	require.Equal(t, "others_may_claim_it personal_data_in_files", listTold(r))

	// What the owner says of export counts, whomever the caution is for.
	p.Facts["export_controlled"] = engine.Value("true")
	r, err = e.Recommend(t.Context(), p)
	require.NoError(t, err)
	require.True(t, slices.ContainsFunc(r.Conditions, func(b engine.BarResult) bool { return b.ID == "export_needs_licence" }))
}

func listTold(r *engine.Recommendation) string {
	var out []string
	for _, b := range r.Cautions {
		out = append(out, b.ID)
	}
	return strings.Join(out, " ")
}

// Who is cautioned of what: each line is a kind of owner who left the questions of law
// open, and what that owner is told, what is most to be feared first.
func TestWhoIsCautionedOfWhat(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	const plain = "kind=software misuse_severity=negligible adversaries_learn=false confidentiality_duty=false rights_cleared=full upstream_terms=none_permissive reproducibility_need=false safety_critical=false secrets_removable=true openness_mandate=false contains_data_or_trained_part=false written_by_machine=no contributor_rights=sole_owner "
	const library = plain + "owner_type=individual revenue_source=none artefact_is_product=false distribution=source release_status=unreleased "
	const seller = plain + "owner_type=startup revenue_source=licence_sales artefact_is_product=true distribution=binary release_status=unreleased "
	concerned := map[string]map[bool]int{}
	for _, c := range []struct{ name, facts, weight, told string }{
		{"a library of one person", library, "adoption_reach", "others_may_claim_it personal_data_in_files"},
		{"a library that is out", library + "release_status=open_already", "adoption_reach", "others_may_claim_it personal_data_in_files"},
		{"a library that could do harm", library + "misuse_severity=moderate", "adoption_reach", "others_may_claim_it promised_to_wait personal_data_in_files export_needs_licence"},
		{"a library with a duty of secrecy that may be", library + "confidentiality_duty=unknown", "adoption_reach", "others_may_claim_it secrecy personal_data_in_files export_needs_licence"},
		{"a library that is ranked against, place unknown", library + "adversaries_learn=true", "adoption_reach", "others_may_claim_it personal_data_in_files export_needs_licence"},
		{"the same in the EU", library + "adversaries_learn=true jurisdictions=eu", "adoption_reach", "others_may_claim_it personal_data_in_files"},
		{"the same in China", library + "adversaries_learn=true jurisdictions=china", "adoption_reach", "others_may_claim_it personal_data_in_files export_needs_licence"},
		{"a library whose author checks it in a paper", library + "reproducibility_need=true", "adoption_reach", "others_may_claim_it promised_to_wait personal_data_in_files"},
		{"a library paid by donations", library + "revenue_source=grants_donations", "adoption_reach", "others_may_claim_it promised_to_wait personal_data_in_files"},
		{"a closed product", seller, "predictable_revenue", "promised_to_wait file_patents_first export_needs_licence"},
		{"a service of a start-up", seller + "distribution=service revenue_source=hosted_service", "predictable_revenue", "promised_to_wait export_needs_licence"},
		{"a public body", library + "owner_type=government", "external_scrutiny", "others_may_claim_it personal_data_in_files promised_to_wait file_patents_first export_needs_licence"},
		{"a group at a university", library + "owner_type=academic_nonprofit", "adoption_reach", "others_may_claim_it promised_to_wait file_patents_first personal_data_in_files"},
		{"a platform of a large firm", library + "owner_type=conglomerate revenue_source=advertising", "adoption_reach", "promised_to_wait file_patents_first personal_data_in_files"},
		{"a model in the EU", library + "kind=model jurisdictions=eu training_data_sensitivity=public training_data_shareable=yes contains_data_or_trained_part=na", "adoption_reach", "others_may_claim_it promised_to_wait personal_data_in_files"},
		{"a model in China", library + "kind=model jurisdictions=china training_data_sensitivity=public training_data_shareable=yes contains_data_or_trained_part=na", "adoption_reach", "others_may_claim_it promised_to_wait personal_data_in_files export_needs_licence"},
	} {
		facts := map[string]engine.Answer{}
		for _, set := range strings.Fields(c.facts) {
			id, value, _ := strings.Cut(set, "=")
			switch facts[id] = engine.Value(value); value {
			case "unknown":
				facts[id] = engine.Unknown
			case "na":
				facts[id] = engine.NotApplicable
			}
		}
		r, err := e.Recommend(t.Context(), engine.Profile{Weights: map[string]float64{c.weight: 8, "low_overhead": 3}, Facts: facts})
		require.NoError(t, err, c.name)
		require.Equal(t, c.told, listTold(r), "%s: %s", c.name, r.Form)
		for _, b := range rules.Core().Bars {
			if b.Concerns != nil {
				if concerned[b.ID] == nil {
					concerned[b.ID] = map[bool]int{}
				}
				concerned[b.ID][strings.Contains(listTold(r), b.ID)]++
			}
		}
	}
	for bar, told := range concerned { // each is told to some and not to others
		require.True(t, told[true] > 0 && told[false] > 0, bar)
	}
}
