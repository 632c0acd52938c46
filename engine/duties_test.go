package engine_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// situation is an option to which the owner is bound, and what is known.
type situation struct {
	option string
	facts  map[string]string
}

// dutyCases shows for each duty a release that brings it and one for which it
// would be foolish: by what is known, or by what the release does.
var dutyCases = map[string]struct{ right, foolish situation }{
	"gpai_documentation": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "true"}},
		situation{"open_permissive", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "true", "training_data_sensitivity": "public"}},
	},
	"gpai_documentation_though_open": {
		situation{"open_permissive", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "true", "training_data_sensitivity": "public", "revenue_source": "advertising"}},
		situation{"open_permissive", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "true", "training_data_sensitivity": "public", "revenue_source": "grants_donations", "artefact_is_product": "false", "gpai_systemic": "false"}},
	},
	"gpai_copyright_policy": {
		situation{"open_permissive", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "true", "training_data_sensitivity": "public"}},
		situation{"in_house", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "true"}},
	},
	"gpai_training_summary": {
		situation{"open_permissive", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "true", "training_data_sensitivity": "public"}},
		situation{"open_permissive", map[string]string{"kind": "model", "jurisdictions": "eu", "general_purpose_model": "false", "training_data_sensitivity": "personal"}},
	},
	"gpai_systemic_risk": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "gpai_systemic": "true"}},
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "china", "gpai_systemic": "true"}},
	},
	"marked_as_made_by_machine": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "generates_content": "true"}},
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "generates_content": "false"}},
	},
	"medical_approval_eu": {
		situation{"open_permissive", map[string]string{"kind": "software", "jurisdictions": "eu", "safety_critical": "true", "medical_purpose": "true"}},
		situation{"in_house", map[string]string{"kind": "software", "jurisdictions": "eu", "safety_critical": "true", "medical_purpose": "true"}},
	},
	"medical_approval_us": {
		situation{"hosted_api", map[string]string{"kind": "software", "jurisdictions": "us", "safety_critical": "true", "medical_purpose": "true"}},
		situation{"hosted_api", map[string]string{"kind": "software", "jurisdictions": "us", "safety_critical": "true", "medical_purpose": "false"}},
	},
	"medical_approval_china": {
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "china", "safety_critical": "true", "medical_purpose": "true"}},
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "eu", "safety_critical": "true", "medical_purpose": "true"}},
	},
	"high_risk_medical_model": {
		situation{"closed_product", map[string]string{"kind": "model", "jurisdictions": "eu", "safety_critical": "true", "medical_purpose": "true"}},
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "eu", "safety_critical": "true", "medical_purpose": "true"}},
	},
	"report_exploited_flaws": {
		situation{"open_permissive", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "true", "safety_critical": "false"}},
		situation{"open_permissive", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "false", "safety_critical": "false"}},
	},
	"secure_product": {
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "true", "safety_critical": "false"}},
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "true", "safety_critical": "true", "medical_purpose": "true"}},
	},
	"steward_of_open_source": {
		situation{"open_permissive", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "false", "owner_type": "academic_nonprofit", "third_party_builders": "true", "maintainer_capacity": "dedicated"}},
		situation{"open_permissive", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "false", "owner_type": "individual", "third_party_builders": "true", "maintainer_capacity": "some"}},
	},
	"liable_for_defects": {
		situation{"hosted_api", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "true"}},
		situation{"open_permissive", map[string]string{"kind": "software", "jurisdictions": "eu", "commercial_activity": "false"}},
	},
	"tell_people_about_their_data": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "training_data_sensitivity": "personal"}},
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "training_data_sensitivity": "public"}},
	},
	"assess_impact_on_people": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "training_data_sensitivity": "health"}},
		situation{"hosted_api", map[string]string{"kind": "software", "jurisdictions": "eu", "contains_data_or_trained_part": "false"}},
	},
	"contract_as_processor": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "training_data_sensitivity": "health"}},
		situation{"closed_product", map[string]string{"kind": "model", "jurisdictions": "eu", "training_data_sensitivity": "health"}},
	},
	"consent_to_give_on": {
		situation{"closed_product", map[string]string{"kind": "model", "jurisdictions": "china", "training_data_sensitivity": "personal"}},
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "china", "training_data_sensitivity": "personal", "files_hold_personal_data": "false"}},
	},
	"data_out_of_china": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "china", "training_data_sensitivity": "personal"}},
		situation{"in_house", map[string]string{"kind": "model", "jurisdictions": "china", "training_data_sensitivity": "personal"}},
	},
	"file_generative_service": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "china", "generates_content": "true"}},
		situation{"open_permissive", map[string]string{"kind": "model", "jurisdictions": "china", "generates_content": "true", "training_data_sensitivity": "public"}},
	},
	"label_generated_content": {
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "china", "generates_content": "true"}},
		situation{"hosted_api", map[string]string{"kind": "model", "jurisdictions": "eu", "generates_content": "true"}},
	},
	"notice_of_export": {
		situation{"open_permissive", map[string]string{"kind": "software", "export_controlled": "true", "export_need": "notice"}},
		situation{"hosted_api", map[string]string{"kind": "software", "export_controlled": "false"}},
	},
	"classify_closed_copies": {
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "us", "export_controlled": "true", "export_need": "none"}},
		situation{"open_permissive", map[string]string{"kind": "software", "jurisdictions": "us", "export_controlled": "true", "export_need": "none"}},
	},
	"dual_use_authorisation": {
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "eu", "export_controlled": "true", "export_need": "none"}},
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "eu", "export_controlled": "false"}},
	},
	"no_dealings_with_listed_people": {
		situation{"closed_product", map[string]string{"kind": "software", "jurisdictions": "us", "revenue_source": "licence_sales"}},
		situation{"in_house", map[string]string{"kind": "software", "jurisdictions": "us", "revenue_source": "licence_sales"}},
	},
	"source_with_copies": {
		situation{"closed_product", map[string]string{"kind": "software", "upstream_terms": "strong_copyleft", "uncleared_parts_separable": "true"}},
		situation{"hosted_api", map[string]string{"kind": "software", "upstream_terms": "strong_copyleft", "uncleared_parts_separable": "true"}},
	},
	"let_users_replace_the_library": {
		situation{"closed_product", map[string]string{"kind": "software", "upstream_terms": "weak_copyleft", "inherited_licences": "lgpl_2_1_or_later"}},
		situation{"open_copyleft", map[string]string{"kind": "software", "upstream_terms": "weak_copyleft", "inherited_licences": "lgpl_2_1_or_later"}},
	},
	"source_for_users_of_the_service": {
		situation{"hosted_api", map[string]string{"kind": "software", "upstream_terms": "network_copyleft", "inherited_unmodified": "false", "uncleared_parts_separable": "true"}},
		situation{"hosted_api", map[string]string{"kind": "software", "upstream_terms": "network_copyleft", "inherited_unmodified": "true"}},
	},
	"notices_of_others": {
		situation{"closed_product", map[string]string{"kind": "software", "upstream_terms": "none_permissive"}},
		situation{"hosted_api", map[string]string{"kind": "software", "upstream_terms": "none_permissive"}},
	},
	"limits_passed_on": {
		situation{"closed_product", map[string]string{"kind": "model", "upstream_terms": "pass_on_limits"}},
		situation{"in_house", map[string]string{"kind": "model", "upstream_terms": "pass_on_limits"}},
	},
	"old_versions_keep_their_terms": {
		situation{"open_permissive", map[string]string{"kind": "software", "release_status": "open_already"}},
		situation{"open_permissive", map[string]string{"kind": "software", "release_status": "unreleased"}},
	},
}

// told lists the duties that the situation brings.
func (s situation) told(t *testing.T, e *engine.Engine) []string {
	t.Helper()
	p := only(s.option)
	p.Facts = map[string]engine.Answer{"rights_cleared": engine.Value("full"), "distribution": engine.Value("service")}
	for id, v := range s.facts {
		p.Facts[id] = engine.Value(v)
	}
	r, err := e.Recommend(t.Context(), p)
	require.NoError(t, err)
	require.Equal(t, s.option, r.Option, "%v", s.facts)
	var out []string
	for _, d := range r.Duties {
		out = append(out, d.ID)
	}
	return out
}

// A duty is told where the release does what brings it, and nobody else is told
// of it.
func TestDutiesAreToldToThoseWhoHaveThem(t *testing.T) {
	t.Parallel()
	e := core(t)
	var owed []string
	for _, d := range rules.Core().Duties {
		owed = append(owed, d.ID)
	}
	require.ElementsMatch(t, owed, slices.Collect(maps.Keys(dutyCases)), "each duty has its cases")
	for id, c := range dutyCases {
		require.Contains(t, c.right.told(t, e), id, "%v", c.right)
		require.NotContains(t, c.foolish.told(t, e), id, "%v", c.foolish)
	}
}
