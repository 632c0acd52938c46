package profiles_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// Tests of dangerous abilities are held back from a model that is given openly;
// its results are not, so the lowest class of openness is still reached.
func TestDangerousTestsDoNotCostTheLowestClass(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	p, err := profiles.Load("testdata/patterns/o_challenger_weights.yaml")
	require.NoError(t, err)
	p.Facts["misuse_severity"], p.Facts["marginal_misuse"] = engine.Value("serious"), engine.Value("none")
	r, err := e.Recommend(t.Context(), p)
	require.NoError(t, err)
	require.Equal(t, "open_permissive", r.Option)
	advice := map[string]rules.Advice{}
	for _, c := range r.Components {
		advice[c.ID] = c.Advice
	}
	require.Equal(t, rules.AdviseRestrict, advice["evaluation"])
	require.Equal(t, rules.AdviseOpen, advice["evaluation_results"])
	i := slices.IndexFunc(r.Standards, func(s engine.StandardResult) bool { return s.ID == "mof" })
	require.GreaterOrEqual(t, i, 0)
	require.Equal(t, "mof_class_3", r.Standards[i].Reached)
	require.Contains(t, r.Standards[i].Missing, "evaluation")
}

// The first licence named for a part is what most readers will take, so it
// has to answer what the facts say about hosts and about other people's rights.
func TestLicencesAnswerTheFacts(t *testing.T) {
	t.Parallel()
	ids := func(ids ...string) []string { return ids }
	for _, c := range []struct {
		name, from string
		set        map[string]string
		form       string // that the licence is for
		part       string
		first      []string // how the list of terms begins
		never      []string
	}{
		{"hosts sell it", "open_core_vendor", nil, "open_core", "application_code", ids("AGPL-3.0-or-later", "Apache-2.0"), nil},
		{"hosts could sell it", "open_core_vendor", map[string]string{"hosting_rivals": "possible"}, "open_core", "application_code", ids("AGPL-3.0-or-later"), nil},
		{"nobody could host it", "testdata/patterns/m01_open_core.yaml", nil, "open_core", "application_code", ids("Apache-2.0"), ids("AGPL-3.0-or-later")},
		{"hosts not known", "testdata/patterns/v09_law.yaml", nil, "open_core", "application_code", ids("Apache-2.0"), ids("AGPL-3.0-or-later")},
		{"many authors, strong copyleft", "testdata/patterns/v05_fragmented_rights.yaml", nil, "strong_copyleft", "application_code", ids("GPL-3.0-or-later", "GPL-3.0-only"), ids("Apache-2.0", "MulanPSL-2.0", "AGPL-3.0-or-later")},
		{"many authors, network copyleft", "testdata/patterns/v05_fragmented_rights.yaml", map[string]string{"present_terms": "network_copyleft"}, "network_copyleft", "application_code", ids("AGPL-3.0-or-later"), ids("Apache-2.0")},
		{"inherited copyleft and hosts", "testdata/patterns/o_community_copyleft.yaml", nil, "strong_copyleft", "application_code", ids("GPL-3.0-or-later", "GPL-3.0-only"), ids("AGPL-3.0-or-later")},
		{"nothing known of what was inherited", "testdata/patterns/o_end_of_life.yaml", nil, "strong_copyleft", "application_code", ids("GPL-3.0-or-later"), nil},
		{"inherited limits on weights", "testdata/patterns/v04_restricted_base.yaml", nil, "limited_weights", "weights", ids("LicenseRef-model-terms"), nil},
		{"version two only", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"inherited_licences": "gpl_2_0_only"}, "strong_copyleft", "application_code", ids("GPL-2.0-only"), ids("GPL-3.0-or-later", "GPL-2.0-or-later", "Apache-2.0")},
		{"version two or later", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"inherited_licences": "gpl_2_0_or_later"}, "strong_copyleft", "application_code", ids("GPL-2.0-or-later", "GPL-3.0-or-later"), ids("EUPL-1.2")},
		{"version three only", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"inherited_licences": "gpl_3_0_only"}, "strong_copyleft", "application_code", ids("GPL-3.0-only"), ids("GPL-3.0-or-later", "GPL-2.0-or-later", "GPL-2.0-only")},
		{"a licence of another country", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"inherited_licences": "cecill_2_1"}, "strong_copyleft", "application_code", ids("CECILL-2.1"), nil},
		{"copyleft that can be kept apart", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"contributor_rights": "sole_owner", "uncleared_parts_separable": "true"}, "network_copyleft", "application_code", ids("AGPL-3.0-or-later"), nil},
		{"weak copyleft where copyleft can be kept apart", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"contributor_rights": "sole_owner", "uncleared_parts_separable": "true"}, "weak_copyleft", "application_code", ids("MPL-2.0"), ids("AGPL-3.0-or-later", "GPL-3.0-or-later")},
		{"a public body of the EU", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"present_terms": "none", "owner_type": "government", "jurisdictions": "eu", "contributor_rights": "sole_owner", "upstream_terms": "none_permissive"}, "strong_copyleft", "application_code", ids("EUPL-1.2"), nil},
		{"developer kits of a dual licence", "testdata/patterns/m02_dual_licence.yaml", nil, "dual_licence", "interfaces", ids("GPL-3.0-or-later"), ids("Apache-2.0", "MIT")},
		{"developer kits of network copyleft with an exception", "testdata/patterns/m04_network_copyleft.yaml", nil, "network_copyleft_commercial", "interfaces", ids("AGPL-3.0-or-later"), ids("Apache-2.0", "MIT")},
		{"patents are the income", "testdata/patterns/o_hobby_library.yaml", map[string]string{"patent_stance": "licensing"}, "open_permissive", "application_code", ids("BSD-3-Clause-Clear"), ids("Apache-2.0", "MulanPSL-2.0")},
		{"nobody holds copyright", "testdata/patterns/o_end_of_life.yaml", map[string]string{"contributor_rights": "na"}, "open_permissive", "application_code", ids("Apache-2.0", "CC0-1.0"), ids("GPL-3.0-or-later", "MPL-2.0")},
		{"misuse alone", "testdata/patterns/m07_weights_with_limits.yaml", nil, "limited_weights", "weights", ids("LicenseRef-OpenRAIL-M"), ids("LicenseRef-model-terms")},
		{"rules of the house", "open_core_vendor", map[string]string{"owner_type": "vendor", "artefact_is_product": "false", "house_policy": "no_copyleft"}, "open_core", "application_code", ids("Apache-2.0"), ids("AGPL-3.0-or-later")},
		{"adopters refuse network copyleft", "open_core_vendor", map[string]string{"adopters_refuse": "network_copyleft"}, "open_core", "application_code", ids("Apache-2.0"), ids("AGPL-3.0-or-later")},
		{"patents and hosts", "open_core_vendor", map[string]string{"patent_stance": "licensing"}, "open_core", "application_code", ids("BSD-3-Clause-Clear"), ids("AGPL-3.0-or-later", "Apache-2.0")},
		{"out under permissive terms", "testdata/patterns/o_hobby_library.yaml", map[string]string{"release_status": "open_already", "present_terms": "permissive"}, "open_permissive", "application_code", ids("LicenseRef-present-licence"), ids("Apache-2.0")},
		{"time-limited source", "testdata/forms/delayed_opening.yaml", nil, "delayed_opening", "application_code", ids("FSL-1.1-ALv2"), ids("SSPL-1.0", "Elastic-2.0", "PolyForm-Noncommercial-1.0.0")},
		{"time-limited source and large users", "testdata/forms/delayed_opening.yaml", map[string]string{"riders": "self_supporting"}, "delayed_opening", "application_code", ids("BUSL-1.1"), nil},
		{"lasting limit against hosts", "testdata/forms/lasting_limit.yaml", map[string]string{"hosting_rivals": "active"}, "lasting_limit", "application_code", ids("Elastic-2.0", "SSPL-1.0"), ids("FSL-1.1-ALv2", "BUSL-1.1")},
		{"lasting limit without hosts", "testdata/forms/lasting_limit.yaml", map[string]string{"hosting_rivals": "none", "riders": "none"}, "lasting_limit", "application_code", ids("LicenseRef-PolyForm-Shield-1.0.0"), ids("Elastic-2.0", "SSPL-1.0")},
		{"weights for non-commercial use", "testdata/forms/non_commercial_weights.yaml", nil, "non_commercial_weights", "weights", ids("CC-BY-NC-4.0", "PolyForm-Noncommercial-1.0.0"), ids("LicenseRef-OpenRAIL-M")},
		{"a public body that keeps the detecting part", "testdata/owners/public_body.yaml", nil, "detecting_part_kept", "application_code", ids("EUPL-1.2", "Apache-2.0"), nil},
		{"a public body whose rules forbid copyleft", "testdata/owners/public_body.yaml", map[string]string{"house_policy": "no_copyleft"}, "detecting_part_kept", "application_code", ids("Apache-2.0"), ids("EUPL-1.2")},
		{"client of a service", "testdata/forms/open_client.yaml", nil, "open_client", "client", ids("Apache-2.0"), nil},
		{"client that others take and close", "testdata/forms/open_client.yaml", map[string]string{"riders": "closed_forks", "contributor_rights": "sole_owner"}, "open_client", "client", ids("GPL-3.0-or-later"), nil},
		{"archive of what is out", "testdata/owners/single_person.yaml", map[string]string{"release_status": "open_already", "present_terms": "permissive"}, "archive", "application_code", ids("LicenseRef-present-licence"), ids("Apache-2.0", "MIT")},
		{"freeware of a volunteer", "testdata/forms/freeware.yaml", map[string]string{"owner_type": "individual", "revenue_source": "none", "artefact_is_product": "false"}, "freeware", "application_code", ids("LicenseRef-end-user-terms"), ids("LicenseRef-commercial")},
		{"shared inside", "testdata/owners/bank_team.yaml", nil, "shared_inside", "application_code", ids("LicenseRef-house-rules"), nil},
		{"source to those who get a copy", "testdata/forms/source_to_recipients.yaml", map[string]string{"inherited_licences": "gpl_3_0_or_later"}, "source_to_recipients", "application_code", ids("GPL-3.0-or-later"), ids("Apache-2.0")},
		{"others pass it on without credit", "testdata/forms/open_permissive.yaml", map[string]string{"riders": "repackagers"}, "open_permissive", "application_code", ids("Apache-2.0"), nil},
		{"version two only, developer kits", "testdata/patterns/o_community_copyleft.yaml", map[string]string{"inherited_licences": "gpl_2_0_only", "contributor_rights": "sole_owner"}, "strong_copyleft", "interfaces", ids("MIT"), ids("Apache-2.0")},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			load := profiles.Load
			if !strings.HasSuffix(c.from, ".yaml") {
				load = profiles.Preset
			}
			p, err := load(c.from)
			require.NoError(t, err)
			for id, value := range c.set {
				p.Facts[id] = engine.Value(value)
				if value == "na" {
					p.Facts[id] = engine.NotApplicable
				}
			}
			e, err := engine.New(packWithOneForm(c.form))
			require.NoError(t, err)
			r, err := e.Recommend(t.Context(), p)
			require.NoError(t, err)
			require.Equal(t, c.form, r.Form)
			i := slices.IndexFunc(r.Components, func(x engine.ComponentResult) bool { return x.ID == c.part })
			require.GreaterOrEqual(t, i, 0)
			terms := r.Components[i].Terms
			require.GreaterOrEqual(t, len(terms), len(c.first))
			require.Equal(t, c.first, terms[:len(c.first)])
			for _, id := range c.never {
				require.NotContains(t, terms, id)
			}
		})
	}
}

// Whatever is advised, a part that is given out has terms to go out under, or the
// result says that none fit. Parts of others go on under the terms they came with.
func TestEveryPartThatIsGivenHasTerms(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	names, err := filepath.Glob("testdata/patterns/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, preset := range profiles.Presets() {
		names = append(names, preset.Name)
	}
	for _, name := range names {
		load := profiles.Preset
		if strings.HasSuffix(name, ".yaml") {
			load = profiles.Load
		}
		for _, option := range rules.Core().OptionIDs() {
			p, err := load(name)
			require.NoError(t, err)
			others := slices.DeleteFunc(rules.Core().OptionIDs(), func(id string) bool { return id == option })
			p.Limits = []engine.Limit{{Exclude: others, Because: "a test"}}
			r, err := e.Recommend(t.Context(), p)
			require.NoError(t, err)
			for _, c := range r.Components {
				if c.Advice != rules.AdviseKeep && c.ID != "inherited_parts" {
					require.True(t, len(c.Terms) > 0 || c.NothingFits, "%s, %s: %s", name, r.Form, c.ID)
				}
			}
		}
	}
}
