package batch

import (
	"bytes"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// worker works on one chunk at a time.
type worker struct {
	*Run
	*chunk    // in hand
	evaluator *engine.Evaluator
	record    *record
	table     *table // nil: records are JSON
	ends      recordEnds
	line      int // where the record in hand begins
}

// workOn decides the records of a chunk. Once ctx ends, it finishes the one in hand.
func (w *worker) workOn(ctx context.Context, c *chunk) {
	w.chunk, w.line = c, c.line
	number, inHand := c.record, context.WithoutCancel(ctx)
	for rest := c.data; len(rest) > 0; number++ {
		n := w.ends.next(rest)
		if n == 0 || c.oversize {
			n = len(rest)
		}
		text := rest[:n]
		rest = rest[n:]
		if w.isWanted(number) {
			if c.err = ctx.Err(); c.err == nil {
				c.err = w.decide(inHand, bytes.TrimSuffix(text, lineBreak))
			}
			if c.err != nil {
				return
			}
		}
		w.line += max(1, bytes.Count(text, lineBreak))
	}
}

// isWanted reports whether a record is in the shard of the run and not done already.
func (r *Run) isWanted(number int) bool {
	k := number - 1
	return k%r.Shards == r.Shard-1 && k/r.Shards >= r.Skip
}

// decide writes the line of a record.
func (w *worker) decide(ctx context.Context, text []byte) error {
	var cells []string
	if w.table != nil {
		var list diag.List
		if cells, list = w.table.split(diag.Pos{File: w.File}, text); list != nil {
			return w.tellMistakes(list)
		}
	}
	if w.isPlain() && w.readUsual(text, cells) && w.record.stateTo(w.evaluator) {
		w.tellVerdict(w.record.name, newVerdict(w.evaluator.Outcome(), w.evaluator.Ready()), nil)
		return nil
	}
	err := w.decideAny(ctx, text, cells)
	if list, ok := diag.From(err); ok {
		return w.tellMistakes(list)
	}
	return err
}

// readUsual reads a record in one pass, if it is of the usual shape.
func (w *worker) readUsual(text []byte, cells []string) bool {
	if len(text) > tree.MaxSize {
		return false
	}
	if w.table != nil {
		return w.record.readCells(w.table, cells)
	}
	return w.record.readJSON(text)
}

// decideAny decides a record of any shape, with all that the run asks for.
func (w *worker) decideAny(ctx context.Context, text []byte, cells []string) error {
	places := map[string]diag.Pos{}
	opts := append(slices.Clip(w.Options), profiles.WithPack(w.Pack), profiles.WithWarn(w.tellWarning), profiles.WithPositions(places))
	if cells != nil {
		var assignments []string
		text, assignments = w.table.assign(cells)
		opts = append(opts, profiles.WithAssignments(assignments...))
	}
	p, err := profiles.Read(bytes.NewReader(text), w.File, profiles.JSON, opts...)
	if err != nil {
		return err
	}
	for id, at := range places {
		places[id] = w.place(at)
	}
	if !w.Fields.any() {
		out, err := w.evaluator.Evaluate(ctx, &p)
		if err == nil {
			w.tellVerdict([]byte(p.Name), newVerdict(out, w.evaluator.Ready()), nil)
		}
		return err
	}
	rec, err := w.Fields.recommend(ctx, w.Engine, p)
	if err != nil {
		return err
	}
	result, err := w.Fields.pick(rec, places)
	if err != nil {
		return err
	}
	w.tellVerdict([]byte(p.Name), verdict{rec.Stance, rec.Option, rec.Form, rec.Ready}, result)
	if s := rec.Sensitivity; s != nil {
		w.counts.Words.add(string(s.Robustness.Stance))
	}
	return nil
}

func newVerdict(out *engine.Outcome, ready bool) verdict {
	return verdict{out.Stance, out.Option, out.Form, ready}
}

// tellVerdict writes the line of a decision and counts it.
func (w *worker) tellVerdict(name []byte, v verdict, result []byte) {
	w.out = appendLine(w.out, w.line, name, v, result)
	w.counts.Profiles++
	if w.Summary {
		w.counts.add(v)
	}
}

// tellMistakes writes the line of a record that could not be read.
func (w *worker) tellMistakes(list diag.List) error {
	for i := range list {
		list[i] = aboutRecord(list[i])
		list[i].Pos = w.place(list[i].Pos)
		if i < maxMistakes {
			w.remarks = append(w.remarks, Remark{Diagnostic: list[i]})
		}
	}
	w.counts.Profiles, w.counts.Mistaken = w.counts.Profiles+1, w.counts.Mistaken+1
	if w.StopOnMistake {
		return ErrStopped
	}
	w.out = appendMistakes(w.out, w.line, list, w.Lang)
	return nil
}

func (w *worker) tellWarning(d diag.Diagnostic) {
	d.Pos = w.place(d.Pos)
	w.remarks = append(w.remarks, Remark{Diagnostic: d, IsWarning: true})
}

// place gives the place in the input of what stands somewhere in a record.
func (w *worker) place(at diag.Pos) diag.Pos {
	switch {
	case w.table != nil:
		return diag.Pos{File: w.File, Line: w.line}
	case at.File == w.File:
		at.Line = w.line
	}
	return at
}

// aboutRecord puts what would be said of a file in words for one of many records.
func aboutRecord(d diag.Diagnostic) diag.Diagnostic {
	switch d.Code {
	case emptyFile:
		return diag.EmptyRecord(d.Pos)
	case fileTooLarge:
		return diag.RecordTooLarge(d.Pos, d.Args["limit"])
	}
	return d
}

var emptyFile, fileTooLarge = diag.EmptyFile(diag.Pos{}).Code, diag.FileTooLarge(diag.Pos{}, "").Code
