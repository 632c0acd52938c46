package batch

import (
	"errors"
	"io"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// ErrStopped says that a run ended at a record with a mistake, as was asked for.
var ErrStopped = errors.New("a profile has a mistake")

// Run is what to decide, and where the results go.
type Run struct {
	Engine *engine.Engine
	Pack   *rules.Pack // of the engine
	// Input is read once. File is what mistakes call it.
	Input io.Reader
	File  string
	// CSV: the first record names the columns, others are profiles. Else each line is a
	// profile in JSON.
	CSV    bool
	Output io.Writer
	Lang   string // of texts
	Fields Fields
	// Options read each profile, as what lies over it.
	Options []profiles.LoadOption
	// Shard, from 1, is the part of the records to decide, of Shards in all; Skip is how
	// many of them are done already.
	Shard, Shards, Skip int
	// StopOnMistake ends the run before a record with a mistake.
	StopOnMistake bool
	// Summary: the counts tell stances, forms and words.
	Summary bool
	Workers int
	// Tell hears remarks in the order of the records, and Count what was done after each
	// chunk, both between two writings of results.
	Tell  func(Remark)
	Count func(*Counts)
}

// Remark is a mistake or a warning on a record.
type Remark struct {
	diag.Diagnostic
	IsWarning bool
}

// isPlain reports whether verdicts are all that is asked for, and nothing lies over the
// profiles.
func (r *Run) isPlain() bool { return len(r.Options) == 0 && !r.Fields.any() }
