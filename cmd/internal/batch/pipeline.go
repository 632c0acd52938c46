package batch

import (
	"context"
	"errors"
	"io"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// pipeline is a run at work: one goroutine reads, some decide, and the caller's writes.
// Chunks go round: free, read, waiting for a worker and for their turn to be written.
type pipeline struct {
	*Run
	splitter *splitter
	free     chan *chunk
	work     chan *chunk
	inOrder  chan *chunk // closed after the last
	readErr  error       // set before inOrder is closed
	halt     context.CancelFunc
}

// lightChunks and heavyChunks are how many records a chunk has at most: as many as fit,
// or few, if each takes long and its result is large.
const (
	lightChunks = 0
	heavyChunks = 16
)

// Decide decides all records. If ctx ends, each worker finishes the record in hand, what
// was decided without a gap is written, and the error is that of ctx. Other errors are
// those of the input and the output, and [ErrStopped]. The counts are those of what was
// written.
func (r *Run) Decide(ctx context.Context) (Counts, error) {
	p, err := r.start(ctx)
	if err != nil {
		return Counts{}, err
	}
	defer p.halt()
	return p.writeAll(ctx)
}

// start sets the goroutines going.
func (r *Run) start(ctx context.Context) (*pipeline, error) {
	p := &pipeline{Run: r, splitter: &splitter{input: r.Input, most: lightChunks}}
	p.splitter.ends = jsonEnds{}
	var columns []string
	if r.CSV {
		p.splitter.ends = csvEnds{}
		var err error
		if columns, err = p.readColumns(); err != nil {
			return nil, err
		}
	}
	if r.Fields.any() {
		p.splitter.most = heavyChunks
	}
	ctx, p.halt = context.WithCancel(ctx)
	n := r.Workers + 2 // one that is read, one that is written
	p.free, p.work, p.inOrder = make(chan *chunk, n), make(chan *chunk, n), make(chan *chunk, n)
	for range n {
		p.free <- &chunk{}
	}
	go p.readAll(ctx)
	for range r.Workers {
		words := newVocabulary(r.Pack)
		w := &worker{Run: r, ends: p.splitter.ends, evaluator: engine.NewEvaluator(r.Engine), record: newRecord(words)}
		if r.CSV {
			w.table = newTable(r.File, columns, words)
		}
		go p.workOn(ctx, w)
	}
	return p, nil
}

// readColumns reads the first record of CSV, which is no profile.
func (p *pipeline) readColumns() ([]string, error) {
	head := &chunk{}
	p.splitter.most = 1
	if !p.splitter.next(head) && !errors.Is(p.splitter.err, io.EOF) {
		return nil, p.newReadError()
	}
	p.splitter.most, p.splitter.records = lightChunks, 0
	return readHeader(p.File, head.data, p.Pack)
}

func (p *pipeline) newReadError() error {
	return &profiles.ReadError{Name: p.File, Err: p.splitter.err}
}

// readAll hands out chunks until there is nothing left to read.
func (p *pipeline) readAll(ctx context.Context) {
	defer close(p.inOrder)
	defer close(p.work)
	for {
		select {
		case <-ctx.Done():
			return
		case c := <-p.free:
			c.reset()
			if !p.splitter.next(c) {
				if !errors.Is(p.splitter.err, io.EOF) {
					p.readErr = p.newReadError()
				}
				return
			}
			// There is room for all chunks, so neither waits.
			p.inOrder <- c
			p.work <- c
		}
	}
}

// workOn lets a worker work on chunks until there are no more. After ctx it leaves them
// as they are.
func (p *pipeline) workOn(ctx context.Context, w *worker) {
	for c := range p.work {
		w.workOn(ctx, c)
		close(c.finished)
	}
}

// writeAll writes the results in their order.
func (p *pipeline) writeAll(ctx context.Context) (total Counts, err error) {
	for {
		c, err := p.nextInOrder(ctx)
		if c == nil {
			return total, err
		}
		<-c.finished
		if _, err := p.Output.Write(c.out); err != nil {
			return total, err
		}
		for _, remark := range c.remarks {
			p.Tell(remark)
		}
		total.addAll(&c.counts)
		p.Count(&total)
		if c.err != nil {
			return total, c.err
		}
		p.free <- c
	}
}

// nextInOrder waits for the next chunk; nil after the last, or if ctx ends and none is
// in hand.
func (p *pipeline) nextInOrder(ctx context.Context) (*chunk, error) {
	take := func(c *chunk, ok bool) (*chunk, error) {
		if !ok {
			return nil, p.readErr
		}
		return c, nil
	}
	select {
	case c, ok := <-p.inOrder:
		return take(c, ok)
	case <-ctx.Done():
	}
	select {
	case c, ok := <-p.inOrder:
		return take(c, ok)
	default:
		return nil, ctx.Err()
	}
}
