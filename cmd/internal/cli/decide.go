package cli

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
)

// What stands before the names of profiles that come with the program.
const (
	presetPrefix = "preset:"
	casePrefix   = "case:"
)

func (a *app) decideCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "decide FILE|-|preset:NAME|case:NAME [--set ID=VALUE]...",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: a.completeProfile,
	}
	sets := cmd.Flags().StringArray("set", nil, "")
	must(cmd.RegisterFlagCompletionFunc("set", a.completeSet))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name, err := one(cmd, args)
		if err != nil {
			return err
		}
		return a.decide(cmd, name, *sets)
	}
	return cmd
}

func (a *app) decide(cmd *cobra.Command, name string, sets []string) error {
	profile, err := a.profile(name, sets)
	if err != nil {
		return err
	}
	eng, err := engine.New(a.pack)
	if err != nil {
		return err
	}
	rec, err := eng.Recommend(cmd.Context(), profile)
	if err != nil {
		return err
	}
	a.log.Info().Str("stance", string(rec.Stance)).Str("option", rec.Option).Msg("decided")
	return a.emit(document{
		verb: cmd.Name(), formats: []string{"text", "json", "md"},
		write: func(w io.Writer, v view) error {
			return report.Write(w, rec, report.Format(v.format), report.Lang(v.lang), report.Width(v.look.Width),
				report.Color(v.look.Color), report.Accessible(v.look.Plain), report.Version(a.Version))
		},
	})
}

// profile reads a preset, a case, standard input or a file, with what the environment
// and the flags answer on top.
func (a *app) profile(name string, sets []string, more ...profiles.Option) (engine.Profile, error) {
	opts := append(more,
		profiles.WithPack(a.pack), profiles.WithEnv(a.Env...), profiles.WithSet(sets...), profiles.WithWarn(a.warn),
	)
	p, err := a.read(name, opts)
	if err == nil {
		a.log.Info().Str("name", p.Name).Strs("layers", p.Layers).Msg("profile")
	}
	return p, err
}

func (a *app) read(name string, opts []profiles.Option) (engine.Profile, error) {
	if preset, ok := strings.CutPrefix(name, presetPrefix); ok {
		return profiles.Preset(preset, opts...)
	}
	if documented, ok := strings.CutPrefix(name, casePrefix); ok {
		return profiles.Case(documented, opts...)
	}
	if name == "-" {
		return profiles.Read(a.Stdin, "stdin", "", opts...)
	}
	f, err := os.Open(a.path(name))
	if err != nil {
		return engine.Profile{}, &profiles.ReadError{Name: name, Err: err}
	}
	defer f.Close()
	return profiles.Read(f, name, profiles.FormatOf(name), append(opts, profiles.WithOpen(a.open))...)
}
