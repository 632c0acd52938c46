package cli

import (
	"slices"
	"testing"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// Every verb, topic and flag has a line in help, and no line is left over.
func TestEverythingIsDescribed(t *testing.T) {
	t.Parallel()
	a := &app{words: textsIn("en")}
	root := a.newRootCommand()
	flags := map[string]bool{}
	see := func(f *pflag.Flag) {
		flags[f.Name] = true
		require.Contains(t, flagTexts, f.Name, "add a text flag_%s, and the flag to flagTexts", f.Name)
	}
	root.Flags().VisitAll(see)
	root.PersistentFlags().VisitAll(see)
	names := slices.Clone(helpTopics)
	for _, cmd := range root.Commands() {
		names = append(names, cmd.Name())
		cmd.LocalNonPersistentFlags().VisitAll(see)
	}
	for _, name := range names {
		require.Contains(t, topicTexts, name, "add a text short_%s, and the verb or topic to shorts", name)
	}
	require.Len(t, topicTexts, len(names))
	require.Len(t, flagTexts, len(flags))
}
