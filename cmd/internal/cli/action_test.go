package cli_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// What callers of the action say comes in by the environment: inside of a script it would
// be a part of the script. Each input is handed on, and the script reads what is.
func TestActionHandsInputsOnByTheEnvironment(t *testing.T) {
	t.Parallel()
	const folder = "../../../.github/actions/check/"
	text, err := os.ReadFile(folder + "action.yml")
	require.NoError(t, err)
	var action struct {
		Inputs map[string]any
		Runs   struct {
			Using string
			Steps []struct {
				Run string
				Env map[string]string
			}
		}
	}
	require.NoError(t, yaml.Unmarshal(text, &action))
	require.Equal(t, "composite", action.Runs.Using)
	script, err := os.ReadFile(folder + "run.sh")
	require.NoError(t, err)
	require.NotContains(t, string(script), "${{")
	for _, step := range action.Runs.Steps {
		require.NotContains(t, step.Run, "${{")
		require.Len(t, step.Env, len(action.Inputs))
		for name := range action.Inputs {
			variable := "INPUT_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
			require.Equal(t, "${{ inputs."+name+" }}", step.Env[variable])
			require.Contains(t, string(script), "$"+variable)
		}
	}
}
