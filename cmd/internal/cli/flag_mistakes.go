package cli

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ajar-decision/ajar/rules/diag"
)

// translateFlagError puts an error of the flag parser into our words.
func translateFlagError(cmd *cobra.Command, err error) error {
	if unknown := (*pflag.NotExistError)(nil); errors.As(err, &unknown) {
		return newUnknownFlagMistake(cmd, unknown)
	}
	if bare := (*pflag.ValueRequiredError)(nil); errors.As(err, &bare) {
		return diag.MissingFlagValue(diag.Pos{}, formatFlag(bare.GetSpecifiedName(), bare.GetSpecifiedShortnames()))
	}
	if bad := (*pflag.InvalidValueError)(nil); errors.As(err, &bad) {
		d := diag.UnknownFlagValue(diag.Pos{}, bad.GetValue(), "--"+bad.GetFlag().Name)
		if bad.GetFlag().Value.Type() == "bool" {
			d = d.OneOf(bad.GetValue(), []string{"true", "false"})
		}
		return d
	}
	if syntax := (*pflag.InvalidSyntaxError)(nil); errors.As(err, &syntax) {
		return diag.InvalidFlag(diag.Pos{}, syntax.GetSpecifiedFlag())
	}
	return err
}

func newUnknownFlagMistake(cmd *cobra.Command, unknown *pflag.NotExistError) error {
	name := unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		return diag.UnknownFlag(diag.Pos{}, formatFlag(name, unknown.GetSpecifiedShortnames()))
	}
	var valid []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { valid = append(valid, "--"+f.Name) })
	d := diag.UnknownFlag(diag.Pos{}, "--"+name)
	d.Suggest = diag.Nearest("--"+name, valid)
	return d
}

// formatFlag writes a flag as it was given: alone, or in a group of letters.
func formatFlag(name, group string) string {
	if group != "" {
		return "-" + name
	}
	return "--" + name
}
