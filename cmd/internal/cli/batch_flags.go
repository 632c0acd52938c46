package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/batch"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/rules/diag"
)

// batchFlags are the flags of batch.
type batchFlags struct {
	from, fields, onError, shard string
	resume                       int
	summary                      bool
}

// The words that flags of batch take, the usual one first.
var (
	recordFormats  = []string{"json", "csv"}
	mistakeActions = []string{"keep", "stop"}
)

// lineWriters name the format of lines, which are written as they come.
var lineWriters = output.Writers[struct{}]{{Format: output.JSON}}

// readBatchFlags turns flags into a run without input and output. All mistakes come at
// once.
func readBatchFlags(f *batchFlags, file string) (*batch.Run, error) {
	run := &batch.Run{Skip: f.resume, StopOnMistake: f.onError == mistakeActions[1], Summary: f.summary, CSV: f.from == recordFormats[1]}
	var list diag.List
	run.Fields, list = batch.ParseFields(f.fields)
	if f.from == "" {
		run.CSV = batch.IsCSV(file)
	} else if !slices.Contains(recordFormats, f.from) {
		list.Add(diag.UnknownFlagValue(diag.Pos{}, f.from, "--from").OneOf(f.from, recordFormats))
	}
	if !slices.Contains(mistakeActions, f.onError) {
		list.Add(diag.UnknownFlagValue(diag.Pos{}, f.onError, "--on-error").OneOf(f.onError, mistakeActions))
	}
	if f.resume < 0 {
		list.Add(diag.UnknownFlagValue(diag.Pos{}, strconv.Itoa(f.resume), "--resume"))
	}
	part, of, _ := strings.Cut(f.shard, "/")
	run.Shard, run.Shards = readCount(part), readCount(of)
	if run.Shard < 1 || run.Shard > run.Shards {
		list.Add(diag.InvalidShard(diag.Pos{}, f.shard, "--shard"))
	}
	return run, list.Err()
}

// readCount reads a number from 1, else 0.
func readCount(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0
	}
	return n
}
