package profiles

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The program holds what presets and cases say of themselves as generated code.
func TestListsAreWhatTheFilesSay(t *testing.T) {
	t.Parallel()
	require.Equal(t, readPresetInfos(), presetInfos, "profiles/lists_gen.go is stale: run go generate ./...")
	require.Equal(t, readCaseInfos(), caseInfos, "profiles/lists_gen.go is stale: run go generate ./...")
}
