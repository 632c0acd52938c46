package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/batch"
	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// errBatchStopped says that a batch ended at a mistake, which was told already.
var errBatchStopped = errors.New("a batch was stopped")

// runBatch decides the profiles of a file or of standard input.
func (a *app) runBatch(cmd *cobra.Command, name string, f batchFlags) error {
	run, err := readBatchFlags(&f, name)
	if err != nil {
		return err
	}
	in, err := openBatchInput(a, name)
	if err != nil {
		return err
	}
	defer in.close()
	if err := prepareBatch(a, run, in); err != nil {
		return err
	}
	var stream *output.Stream
	run.Output = io.Discard
	var counts batch.Counts
	summary := output.PageWriters.Document(cmd.Name(), output.Paged{
		Page: func(lang string) *page.Page { return counts.SummaryPage(a.pack, lang) },
		Data: func(lang string) any { return counts.SummaryData(lang) },
	})
	if f.summary {
		err = a.out.Check(summary)
	} else if stream, err = a.out.OpenStream(lineWriters.Document(cmd.Name(), struct{}{}), f.resume > 0); err == nil {
		run.Output = stream
	}
	if err != nil {
		return err
	}
	// A short run may have switched this off: it ends before there is much to collect.
	defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	ctx, stop := cancelOnSignal(cmd.Context())
	defer stop()
	progress := newBatchProgress(a, in, stream)
	run.Tell, run.Count = progress.tell, progress.count
	counts, err = run.Decide(ctx)
	progress.clear()
	if stream != nil {
		err = stream.Close(err)
	}
	if output.IsBrokenPipe(err) {
		return err
	}
	if f.summary && (err == nil || errors.Is(err, context.Canceled)) {
		err = cmp.Or(err, a.out.Write(summary))
	}
	return a.tellBatchEnd(counts, f.resume, stream != nil && !stream.ToStdout(), err, context.Cause(ctx))
}

// collectAt is how much garbage there may be before it is collected, in percent of what
// is in use.
const collectAt = 100

// prepareBatch gives a run its engine, its input and its texts.
func prepareBatch(a *app, run *batch.Run, in *batchInput) (err error) {
	if run.Engine, err = makeEngine(); err != nil {
		return err
	}
	run.Pack, run.Lang, run.Workers = a.pack, a.out.Settings.Language.Code, runtime.GOMAXPROCS(0)
	run.Input, run.File = in.text, in.name
	if slices.ContainsFunc(a.Env, func(v string) bool { return strings.HasPrefix(v, profiles.EnvPrefix) }) {
		run.Options = []profiles.LoadOption{profiles.WithEnv(a.Env...)}
		// A mistake in the environment is told once, and not of each profile.
		if _, err := profiles.Read(strings.NewReader("{}"), in.name, profiles.JSON, append(run.Options, profiles.WithPack(a.pack))...); err != nil {
			return err
		}
	}
	opts := makeReportOptions(a.Version, output.View{Lang: run.Lang})
	run.Fields.Write = func(w *bytes.Buffer, rec *engine.Recommendation, places map[string]diag.Pos) error {
		return report.Write(w, a.pack, rec, report.JSON, append(slices.Clip(opts), report.Positions(places))...)
	}
	return nil
}

// cancelOnSignal gives a context that Ctrl-C and its like end, in place of the process; a
// second one ends that. The cause is a [dialogue.InterruptedError].
func cancelOnSignal(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	signals := make(chan os.Signal, 1)
	giveBack := takeSignals(signals)
	go func() {
		select {
		case s := <-signals:
			giveBack()
			cancel(&dialogue.InterruptedError{Signal: s})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		giveBack()
		cancel(nil)
	}
}

// tellBatchEnd says what a run came to, and how to go on if it ended early: on a full disk
// too, where files keep whole lines only.
func (a *app) tellBatchEnd(counts batch.Counts, skipped int, toFiles bool, err, cause error) error {
	done := counts.Profiles + skipped
	switch {
	case err == nil:
		a.writeNote(a.words.BatchDone(batch.GroupDigits(counts.Profiles), batch.GroupDigits(counts.Mistaken)))
	case errors.Is(err, batch.ErrStopped):
		done-- // the one with the mistake
		a.writeNote(a.words.BatchStopped(batch.GroupDigits(done), strconv.Itoa(done)))
		return errBatchStopped
	case errors.Is(err, context.Canceled):
		a.writeNote(a.words.BatchInterrupted(batch.GroupDigits(done), strconv.Itoa(done)))
		return cause
	case toFiles && counts.Profiles > 0:
		a.writeNote(a.words.BatchInterrupted(batch.GroupDigits(done), strconv.Itoa(done)))
	}
	return err
}
