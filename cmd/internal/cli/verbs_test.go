package cli

import (
	"slices"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/lang"
)

// Whoever adds a verb learns here what is still missing, and in which file.
func TestVerbsAreComplete(t *testing.T) {
	t.Parallel()
	a := newApp(nil, Surroundings{})
	for i := range a.verbs {
		v := &a.verbs[i]
		require.NotNil(t, v.short, "verb %s: write a text short_%s in cmd/internal/cli/texts/*.yaml, run \"make generate\", and name it in the verb", v.name, v.name)
		require.NotEmpty(t, v.formats, "verb %s: say which formats it writes", v.name)
		requireHelpPage(t, v.name)
		cmd := &cobra.Command{Use: v.name}
		v.build(a, cmd)
		require.NotNil(t, cmd.RunE, "verb %s: its build function says what to run", v.name)
		requireFlagHelp(t, cmd.Flags(), v.flags, "the verb "+v.name)
	}
	for _, topic := range helpTopics {
		requireHelpPage(t, topic.name)
	}
	root := a.newRootCommand()
	common := pflag.NewFlagSet("", pflag.ContinueOnError)
	common.AddFlagSet(root.Flags())
	common.AddFlagSet(root.PersistentFlags())
	requireFlagHelp(t, common, commonFlags, "commonFlags")
}

// requireHelpPage wants a page of help in each language.
func requireHelpPage(t *testing.T, name string) {
	t.Helper()
	for _, code := range lang.All() {
		file := "help/" + code + "/" + name + ".txt"
		text, err := embeddedFiles.ReadFile(file)
		require.NoError(t, err, "write the page cmd/internal/cli/%s", file)
		require.NotEmpty(t, text, "cmd/internal/cli/%s is empty", file)
	}
}

// requireFlagHelp wants help on each flag, and none on flags that are not there.
func requireFlagHelp(t *testing.T, set *pflag.FlagSet, flags []flagHelp, where string) {
	t.Helper()
	var names []string
	set.VisitAll(func(f *pflag.Flag) {
		names = append(names, f.Name)
		h := findFlagHelp(flags, f.Name)
		require.NotNil(t, h, "flag --%s: write a text flag_%s in cmd/internal/cli/texts/*.yaml, run \"make generate\", and name it in the flags of %s", f.Name, f.Name, where)
		require.Equal(t, f.Value.Type() != "bool", h.value != "", "flag --%s: a flag with a value has a sign for it in %s, a switch has none", f.Name, where)
	})
	for _, h := range flags {
		require.True(t, slices.Contains(names, h.name), "%s has help on --%s, which is no flag of it", where, h.name)
	}
}

// VerbNames lists the verbs for the tests outside of this package.
func VerbNames() []string { return newApp(nil, Surroundings{}).listVerbNames() }
