package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/rules/diag"
)

// scriptGenerators can be taught to complete; each script asks ajar itself what fits.
var scriptGenerators = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

var shellNames = []string{"bash", "zsh", "fish", "powershell"}

// scriptWriters write a script for a shell.
var scriptWriters = output.Writers[func(io.Writer) error]{
	{Format: output.Text, Write: func(generate func(io.Writer) error, w io.Writer, _ output.View) error { return generate(w) }},
}

func completionVerb() verb {
	return verb{
		name: "completion", args: "bash|zsh|fish|powershell", short: texts.ShortCompletion, formats: scriptWriters.Formats(),
		build: buildCompletion,
	}
}

func buildCompletion(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = completeFirstArg(shellNames)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		shell, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		generate, ok := scriptGenerators[shell]
		if !ok {
			return diag.UnknownFlagValue(diag.Pos{}, shell, "SHELL").OneOf(shell, shellNames)
		}
		d := scriptWriters.Document(cmd.Name(), func(w io.Writer) error { return generate(cmd.Root(), w) })
		d.OneLanguage = true
		return a.out.Write(d)
	}
}
