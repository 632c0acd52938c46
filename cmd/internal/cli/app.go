package cli

import (
	"context"
	"io"
	"slices"
	"time"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// AnalyseFunc is [engine.Engine.Analyse] as a function.
type AnalyseFunc func(context.Context, *engine.Engine, engine.Profile, ...engine.AnalyseOption) (*engine.Recommendation, error)

// Surroundings is all that a run of ajar knows of the world.
type Surroundings struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Env            []string         // NAME=VALUE each
	Dir            string           // names of files are relative to it; "" is the process's own
	Version        string           // of the program
	Now            func() time.Time // asked only where a day matters; nil is the clock
	Analyse        AnalyseFunc      // decides; nil is the engine
}

// app is one run. Its methods serve several verbs; what one verb does stands in
// the file of the verb.
type app struct {
	Surroundings
	verbs          []verb
	errors         *term.Stream // is Stderr
	words          texts
	out            *output.Output // with the settings
	files          *files.Files
	settingsLoaded bool
	log            zerolog.Logger
	pack           *rules.Pack
	// helpErr is what went wrong in help, which cobra has no way to return.
	helpErr error
}

// verb is a command of ajar, all there is to know of it. Its page of help is
// help/LANGUAGE/NAME.txt.
type verb struct {
	name    string
	args    string             // how it is used, behind the name
	short   func(texts) string // what it does, in a line
	formats []*output.Format   // that it writes, the usual one first
	flags   []flagHelp         // of its own
	// build adds flags, completions and what to run to the command.
	build func(*app, *cobra.Command)
}

// flagHelp is what help says about a flag.
type flagHelp struct {
	name  string
	value string // stands for its value, the same in every language; "" for a switch
	about func(texts) string
}

// listVerbNames gives the names of the verbs.
func (a *app) listVerbNames() []string {
	names := make([]string, len(a.verbs))
	for i := range a.verbs {
		names[i] = a.verbs[i].name
	}
	return names
}

// findVerb gives the verb of a name, nil if there is none.
func (a *app) findVerb(name string) *verb {
	if i := slices.IndexFunc(a.verbs, func(v verb) bool { return v.name == name }); i >= 0 {
		return &a.verbs[i]
	}
	return nil
}
