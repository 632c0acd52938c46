package cli

import (
	"bytes"
	"io"
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

// profileUse says how a verb takes one profile.
const profileUse = " FILE|-|preset:NAME|case:NAME "

func (a *app) decideCmd() *cobra.Command {
	return a.profileCmd("decide"+profileUse+"[--set ID=VALUE]...", a.decide)
}

// profileCmd makes a verb that takes one profile and answers on top.
func (a *app) profileCmd(use string, run func(cmd *cobra.Command, name string, sets []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Args: cobra.ArbitraryArgs, ValidArgsFunction: a.completeProfile}
	sets := a.setFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name, err := one(cmd, args)
		if err != nil {
			return err
		}
		return run(cmd, name, *sets)
	}
	return cmd
}

// setFlag gives a verb the flag --set.
func (a *app) setFlag(cmd *cobra.Command) *[]string {
	sets := cmd.Flags().StringArray("set", nil, "")
	must(cmd.RegisterFlagCompletionFunc("set", a.completeSet))
	return sets
}

func (a *app) decide(cmd *cobra.Command, name string, sets []string) error {
	profile, err := a.profile(name, sets)
	if err != nil {
		return err
	}
	rec, err := a.analyse(cmd, profile)
	if err != nil {
		return err
	}
	return a.emit(document{verb: cmd.Name(), formats: formatsOf(cmd.Name()), write: func(w io.Writer, v view) error {
		return report.Write(w, rec, report.Format(v.format), a.reportOptions(v)...)
	}})
}

func (a *app) reportOptions(v view) []report.Option {
	return []report.Option{
		report.Lang(v.lang), report.Width(v.look.Width), report.Color(v.look.Color), report.Accessible(v.look.Plain), report.Version(a.Version),
	}
}

func (a *app) analyse(cmd *cobra.Command, p engine.Profile, opts ...engine.AnalyseOption) (*engine.Recommendation, error) {
	eng, err := engine.New(a.pack)
	if err != nil {
		return nil, err
	}
	rec, err := eng.Analyse(cmd.Context(), p, opts...)
	if err == nil {
		a.log.Info().Str("stance", string(rec.Stance)).Str("option", rec.Option).Msg("decided")
	}
	return rec, err
}

// profile reads a preset, a case, standard input or a file, with what the environment
// and the flags answer on top. More options come last, so they count.
func (a *app) profile(name string, sets []string, more ...profiles.Option) (engine.Profile, error) {
	opts := append([]profiles.Option{
		profiles.WithPack(a.pack), profiles.WithEnv(a.Env...), profiles.WithSet(sets...), profiles.WithWarn(a.warn),
	}, more...)
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
	if name == stdin {
		data, err := a.text(name)
		if err != nil {
			return engine.Profile{}, err
		}
		return profiles.Read(bytes.NewReader(data), "stdin", "", opts...)
	}
	if name == draftName {
		path, err := a.draftPath()
		if err != nil {
			return engine.Profile{}, err
		}
		name = path
	}
	return a.loadFile(name, opts)
}
