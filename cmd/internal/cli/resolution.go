package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/adr"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// The flags with which people say what they decided. They come together.
const (
	decidedFlag  = "decided"
	decidersFlag = "deciders"
	becauseFlag  = "because"
)

var resolutionFlags = []flagHelp{
	{decidedFlag, "FORM", texts.FlagDecided}, {decidersFlag, "NAMES", texts.FlagDeciders}, {becauseFlag, "REASON", texts.FlagBecause},
}

func addResolutionFlags(a *app, cmd *cobra.Command) {
	for _, f := range resolutionFlags {
		cmd.Flags().String(f.name, "", "")
		mustRegister(cmd.RegisterFlagCompletionFunc(f.name, func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
			if f.name != decidedFlag {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return filterByPrefix(adr.ListForms(a.pack), word), cobra.ShellCompDirectiveNoFileComp
		}))
	}
}

// readResolution reads what people decided, nil if they say nothing of it. All mistakes
// come at once.
func readResolution(cmd *cobra.Command, pack *rules.Pack) (*report.Resolution, error) {
	var first string
	var list diag.List
	for _, f := range resolutionFlags {
		if cmd.Flags().Changed(f.name) && first == "" {
			first = f.name
		}
	}
	if first == "" {
		return nil, nil
	}
	for _, f := range resolutionFlags {
		flag := cmd.Flags().Lookup(f.name)
		switch given := strings.TrimSpace(flag.Value.String()); {
		case !flag.Changed:
			list.Add(diag.MissingCompanionFlag(diag.Pos{}, "--"+first, "--"+f.name))
		case given == "", f.name == decidersFlag && len(adr.SplitNames(given)) == 0:
			list.Add(diag.MissingFlagValue(diag.Pos{}, "--"+f.name))
		}
	}
	form := strings.TrimSpace(cmd.Flags().Lookup(decidedFlag).Value.String())
	if _, known := pack.Form(form); known == nil && form != "" {
		list.Add(diag.UnknownFlagValue(diag.Pos{}, form, "--"+decidedFlag).OneOf(form, adr.ListForms(pack)))
	}
	return &report.Resolution{
		Status: report.StatusAccepted, Form: form, Deciders: adr.SplitNames(cmd.Flags().Lookup(decidersFlag).Value.String()),
		Because: strings.TrimSpace(cmd.Flags().Lookup(becauseFlag).Value.String()),
	}, list.Err()
}
