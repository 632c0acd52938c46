package cli

import (
	"bytes"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/draft"
	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// profileArg says how a verb takes one profile.
const profileArg = "FILE|-|preset:NAME|case:NAME"

// isFile reports whether an argument names a file and nothing that comes with
// the program, from standard input or from questions.
func isFile(name string) bool {
	return name != files.Stdin && name != draft.Name && !strings.HasPrefix(name, profiles.PresetPrefix) && !strings.HasPrefix(name, profiles.CasePrefix)
}

// loadProfile reads a preset, a case, standard input or a file, with what the environment
// and the flags answer on top. More options come last, so they count.
func (a *app) loadProfile(name string, sets []string, more ...profiles.LoadOption) (engine.Profile, error) {
	return loadProfileIn(a, a.Env, name, sets, more...)
}

// loadProfileIn is loadProfile with another environment.
func loadProfileIn(a *app, env settings.Env, name string, sets []string, more ...profiles.LoadOption) (engine.Profile, error) {
	opts := append([]profiles.LoadOption{
		profiles.WithPack(a.pack), profiles.WithEnv(env...), profiles.WithAssignments(sets...), profiles.WithWarn(a.writeUntoldWarning),
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
	if name == files.Stdin {
		data, err := a.files.ReadOnce(name)
		if err != nil {
			return engine.Profile{}, err
		}
		return profiles.Read(bytes.NewReader(data), "stdin", "", opts...)
	}
	if name == draft.Name {
		path, err := a.draftPlace().Path()
		if err != nil {
			return engine.Profile{}, err
		}
		name = path
	}
	return a.loadProfileFile(name, opts)
}

// loadProfileFile reads a profile that a person named: it may be a pipe, what it
// extends may not.
func (a *app) loadProfileFile(name string, opts []profiles.LoadOption) (engine.Profile, error) {
	data, err := a.files.ReadOnce(name)
	if err != nil {
		return engine.Profile{}, err
	}
	return profiles.Read(bytes.NewReader(data), name, profiles.FormatOf(name), append([]profiles.LoadOption{profiles.WithOpen(a.files.Open)}, opts...)...)
}

// draftPlace is where this run finds its drafts.
func (a *app) draftPlace() *draft.Place {
	return &draft.Place{Pack: a.pack, Files: a.files, Env: a.Env, Warn: a.writeWarning}
}
