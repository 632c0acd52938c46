// Package cli is the command line of ajar: one file a verb. [Main] needs
// nothing but the surroundings it is given, so a test runs it without a
// process.
//
// Results go to standard output, everything else to standard error. The
// package decides nothing about a release: it reads profiles, asks the engine
// and writes what the reports say.
package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Exit codes, as "ajar help exit-codes" explains them.
const (
	ExitOK          = 0
	ExitFailed      = 1 // own fault, or something could not be read or written
	ExitUsage       = 2 // a mistake in the command or in a profile
	ExitGateFailed  = 3 // what check was asked to fail on is so
	ExitIncomplete  = 4 // input is needed and cannot be had, or the person left with the answers saved
	ExitInterrupted = 130
)

// Surroundings is all that a run of ajar knows of the world.
type Surroundings struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Env            []string         // NAME=VALUE each
	Dir            string           // names of files are relative to it; "" is the process's own
	Version        string           // of the program
	Now            func() time.Time // asked only where a day matters; nil is the clock
}

// ProcessSurroundings gives the surroundings of the process.
func ProcessSurroundings() Surroundings {
	return Surroundings{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Environ(), Version: readBuildVersion()}
}

// ExitOnInterrupt makes Ctrl-C end the process with the exit code that shells
// give it. Nothing is lost: a result is written whole or not at all.
func ExitOnInterrupt() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	go func() {
		<-stop
		os.Exit(ExitInterrupted)
	}()
}

// app is one run.
type app struct {
	Surroundings
	words          texts
	settings       settings.Settings
	settingsLoaded bool // settings are read
	log            zerolog.Logger
	pack           *rules.Pack
	inputs         []string          // files that were read; no result may replace them
	inputTexts     map[string][]byte // of profiles that a person named, for a second reading
	// helpErr is what went wrong in help, which cobra has no way to return.
	helpErr error
}

// Main runs ajar with the arguments after the program's name and gives the
// exit code. It never panics.
func Main(args []string, s Surroundings) (code int) {
	if s.Now == nil {
		s.Now = time.Now
	}
	// A mistake in --lang itself is reported when the settings are read.
	lang, _ := settings.ChooseLanguage(settings.FindLangFlag(args), s.Env)
	a := &app{
		Surroundings: s, words: textsIn(lang.Code), log: zerolog.Nop(), pack: rules.Core(), inputTexts: map[string][]byte{},
		settings: settings.Settings{Language: lang, Color: "auto"},
	}
	defer func() {
		if fault := recover(); fault != nil {
			code = a.tellCrash(fault)
		}
	}()
	root := a.newRootCommand()
	root.SetArgs(args)
	return a.finishRun(cmp.Or(root.Execute(), a.helpErr))
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
	switch {
	case err == nil:
		return ExitOK
	case errors.Is(err, errHelpShown):
		return ExitUsage
	case errors.Is(err, errIncomplete), errors.Is(err, dialogue.ErrQuit):
		return ExitIncomplete
	case errors.Is(err, dialogue.ErrInterrupted):
		return ExitInterrupted
	case isBrokenPipe(err):
		return ExitFailed // whoever read the result has seen enough
	}
	return a.tellError(err)
}

// loadSettings reads the settings once the flags are known.
func (a *app) loadSettings(cmd *cobra.Command) error {
	if a.settingsLoaded {
		return nil
	}
	a.settingsLoaded = true
	s, err := settings.Load(cmd.Flags(), a.Env, listFormats(cmd.Name()))
	a.settings = s
	a.words = textsIn(s.Language.Code)
	if err != nil {
		return err
	}
	if s.Log != "" {
		level, err := zerolog.ParseLevel(s.Log)
		if err != nil {
			return err
		}
		a.log = zerolog.New(a.Stderr).Level(level)
	}
	switch s.Language.Note {
	case "":
	case "traditional":
		a.writeNote(a.words.NoteTraditional())
	default:
		a.writeNote(a.words.NoteUnknown(s.Language.From, plain.Clean(s.Language.Value)))
	}
	a.log.Debug().Str("lang", s.Language.Code).Str("from", s.Language.From).Msg("settings")
	return nil
}

// resolvePath finds a file from the working directory.
func (a *app) resolvePath(name string) string {
	if a.Dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(a.Dir, name)
}

// lookFor says how to draw a page on a stream.
func (a *app) lookFor(stream io.Writer) page.Look {
	return page.Look{
		Width: term.Width(a.settings.Width, stream),
		Color: term.UseColor(a.settings.Color, settings.Env(a.Env).Get, term.IsTerminal(stream)),
		Plain: a.settings.Accessible,
	}
}
