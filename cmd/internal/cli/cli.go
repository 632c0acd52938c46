// Package cli is the command line of ajar: one file a verb, and [allVerbs] lists
// them. [Main] needs nothing but the surroundings it is given, so a test runs it
// without a process.
//
// Results go to standard output, everything else to standard error, and all of it through
// a guard, see [term.Stream]. The package decides nothing about a release: it reads
// profiles, asks the engine and writes what the reports say.
package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/rs/zerolog"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/rules"
)

// ProcessSurroundings gives the surroundings of the process.
func ProcessSurroundings() Surroundings {
	return Surroundings{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Environ(), Version: readBuildVersion()}
}

// readBuildVersion is the version of the module as the Go tool recorded it.
func readBuildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// Main runs ajar with the arguments after the program's name and gives the
// exit code. It never panics.
func Main(args []string, s Surroundings) (code int) {
	if s.Now == nil {
		s.Now = time.Now
	}
	a := newApp(args, s)
	defer func() {
		if fault := recover(); fault != nil {
			code = a.tellCrash(fault)
		}
	}()
	root := a.newRootCommand()
	root.SetArgs(args)
	return a.finishRun(cmp.Or(root.Execute(), a.helpErr))
}

func newApp(args []string, s Surroundings) *app {
	// A mistake in --lang itself is reported when the settings are read.
	lang, _ := settings.ChooseLanguage(settings.FindLangFlag(args), s.Env)
	errs := term.NewStream(s.Stderr)
	s.Stdout, s.Stderr = term.NewStream(s.Stdout), errs
	a := &app{Surroundings: s, errors: errs, verbs: allVerbs(), words: textsIn(lang.Code), files: files.New(s.Dir, s.Stdin), log: zerolog.Nop(), pack: rules.Core()}
	a.out = &output.Output{
		Settings: settings.Settings{Language: lang, Color: "auto"}, Env: s.Env, Stdout: s.Stdout, Stderr: s.Stderr, Files: a.files, Log: a.log,
	}
	return a
}

// tellCrash tells about a bug without the trace, which helps nobody but those
// who ask for it with AJAR_LOG=debug.
func (a *app) tellCrash(fault any) int {
	a.log.Debug().Str("fault", fmt.Sprint(fault)).Bytes("stack", debug.Stack()).Msg("crash")
	a.writeMistake(a.words.Crash(fmt.Sprint(fault)), a.words.CrashHint(a.Version))
	return ExitFailed
}

// finishRun tells what went wrong and gives the exit code.
func (a *app) finishRun(err error) int {
	var ended *dialogue.InterruptedError
	switch {
	case err == nil:
		return ExitOK
	case errors.Is(err, errHelpShown):
		return ExitUsage
	case errors.Is(err, errBatchStopped):
		return ExitFailed
	case errors.Is(err, errIncomplete), errors.Is(err, dialogue.ErrQuit):
		return ExitIncomplete
	case errors.As(err, &ended):
		return exitCodeFor(ended.Signal)
	case output.IsBrokenPipe(err):
		return ExitFailed // whoever read the result has seen enough
	}
	return a.tellError(err)
}
