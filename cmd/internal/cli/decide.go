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

// profileUse says how a verb takes one profile.
const profileUse = " FILE|-|preset:NAME|case:NAME "

func (a *app) newDecideCommand() *cobra.Command {
	return a.newProfileCommand("decide"+profileUse+"[--set ID=VALUE]...", a.runDecide)
}

// newProfileCommand makes a verb that takes one profile and answers on top.
func (a *app) newProfileCommand(use string, run func(cmd *cobra.Command, name string, sets []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Args: cobra.ArbitraryArgs, ValidArgsFunction: a.completeProfile}
	sets := a.addSetFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		return run(cmd, name, *sets)
	}
	return cmd
}

// addSetFlag gives a verb the flag --set.
func (a *app) addSetFlag(cmd *cobra.Command) *[]string {
	sets := cmd.Flags().StringArray("set", nil, "")
	mustRegister(cmd.RegisterFlagCompletionFunc("set", a.completeAssignment))
	return sets
}

func (a *app) runDecide(cmd *cobra.Command, name string, sets []string) error {
	profile, err := a.loadProfile(name, sets)
	if err != nil {
		return err
	}
	rec, err := a.analyseProfile(cmd, profile)
	if err != nil {
		return err
	}
	return a.writeOutput(verbOutput{verb: cmd.Name(), formats: listFormats(cmd.Name()), write: func(w io.Writer, v outputView) error {
		return report.Write(w, a.pack, rec, report.Format(v.format), a.reportWriteOptions(v)...)
	}})
}

func (a *app) reportWriteOptions(v outputView) []report.WriteOption {
	return []report.WriteOption{
		report.Lang(v.lang), report.Width(v.look.Width), report.Color(v.look.Color), report.Accessible(v.look.Plain), report.Version(a.Version),
	}
}

func (a *app) analyseProfile(cmd *cobra.Command, p engine.Profile, opts ...engine.AnalyseOption) (*engine.Recommendation, error) {
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

// loadProfile reads a preset, a case, standard input or a file, with what the environment
// and the flags answer on top. More options come last, so they count.
func (a *app) loadProfile(name string, sets []string, more ...profiles.LoadOption) (engine.Profile, error) {
	opts := append([]profiles.LoadOption{
		profiles.WithPack(a.pack), profiles.WithEnv(a.Env...), profiles.WithAssignments(sets...), profiles.WithWarn(a.writeWarning),
	}, more...)
	p, err := a.readNamedProfile(name, opts)
	if err == nil {
		a.log.Info().Str("name", p.Name).Strs("layers", p.Layers).Msg("profile")
	}
	return p, err
}

func (a *app) readNamedProfile(name string, opts []profiles.LoadOption) (engine.Profile, error) {
	if preset, ok := strings.CutPrefix(name, profiles.PresetPrefix); ok {
		return profiles.Preset(preset, opts...)
	}
	if documented, ok := strings.CutPrefix(name, profiles.CasePrefix); ok {
		return profiles.Case(documented, opts...)
	}
	if name == stdin {
		data, err := a.readInputOnce(name)
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
	return a.loadProfileFile(name, opts)
}
