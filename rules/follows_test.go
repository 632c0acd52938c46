package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// What follows from other answers counts while the fact itself is not known, and
// never against what was said of it.
func TestWhatFollowsFromOtherAnswers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		said map[string]string
		want string
	}{
		{map[string]string{"release_status": "open_already", "riders": "hosts, copycats"}, "active"},
		{map[string]string{"release_status": "unreleased", "revenue_source": "licence_sales", "riders": "hosts"}, "possible"},
		{map[string]string{"revenue_source": "licence_sales", "riders": "hosts: yes"}, "possible"},
		{map[string]string{"release_status": "open_already", "riders": "hosts", "hosting_rivals": "none"}, "none"},
		{map[string]string{"release_status": "open_already", "riders": "hosts", "hosting_rivals": "unknown"}, "active"},
		{map[string]string{"release_status": "open_already", "riders": "hosts", "hosting_rivals": "na"}, "na"},
		{map[string]string{"release_status": "open_already", "riders": "copycats"}, "unknown"},
		{map[string]string{"release_status": "unreleased", "revenue_source": "none", "talent_reputation_goal": "false", "riders": "hosts"}, "unknown"}, // not asked of such owners
		{map[string]string{}, "unknown"},
	} {
		require.Equal(t, c.want, rules.Core().ReadAnswers(c.said).Answer("hosting_rivals"), c.said)
	}
}

func TestFollowingMistakes(t *testing.T) {
	t.Parallel()
	for want, line := range map[string]string{
		`"activ" is not a value of "hosting_rivals"; did you mean "active"?`: `{when: {riders: hosts}, value: activ}`,
		`unknown fact "rider"`: `{when: {rider: hosts}, value: active}`,
		`AJ111`:                `{when: {hosting_rivals: none}, value: active}`, // follows from itself
	} {
		files := withoutTranslations(coreFiles(t))
		s := string(files["facts.yaml"].Data)
		require.Contains(t, s, `{when: {riders: hosts}, value: possible}`)
		files["facts.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(s, `{when: {riders: hosts}, value: possible}`, line, 1))}
		_, err := rules.Load(files)
		require.ErrorContains(t, err, want)
	}
}
