package batch

import (
	"bytes"
	"io"

	"github.com/ajar-decision/ajar/rules/tree"
)

// chunkSize is how much is read at once. What is larger gains nothing.
const chunkSize = 64 << 10

// chunk is a stretch of whole records and, once it was worked on, their results.
type chunk struct {
	data   []byte
	record int // number of the first record, from 1
	line   int // of the file, where that begins

	oversize bool // it is the beginning of one record that is too long

	out      []byte
	remarks  []Remark
	counts   Counts
	err      error // why it was left before its end
	finished chan struct{}
}

// reset empties a chunk for the next use. What one long record needed is given back.
func (c *chunk) reset() {
	const keep = 4 * chunkSize
	if cap(c.data) == 0 || cap(c.data) > keep {
		c.data = make([]byte, 0, chunkSize)
	}
	if cap(c.out) == 0 || cap(c.out) > keep {
		c.out = make([]byte, 0, 2*chunkSize) // a line is seldom twice its record
	}
	clear(c.remarks)
	*c = chunk{data: c.data[:0], out: c.out[:0], remarks: c.remarks[:0], finished: make(chan struct{})}
}

// splitter cuts an input into chunks.
type splitter struct {
	input io.Reader
	ends  recordEnds
	// most is how many records a chunk has at most, 0 for as many as it holds.
	most int

	rest    []byte // read and not handed out
	records int    // handed out so far
	lines   int
	err     error // why there is no more to read
}

// recordEnds finds the ends of records.
type recordEnds interface {
	// next gives the length of the first record of data with its line break, 0 if it does
	// not end there.
	next(data []byte) int
	// last gives the length of all whole records of data and how many there are. The
	// first known bytes are known to hold no end.
	last(data []byte, known int) (length, records int)
}

// next fills a chunk; false if there is nothing left, or it cannot be read, as err tells.
// It hands out what there is rather than wait for more.
func (s *splitter) next(c *chunk) bool {
	c.data, s.rest = append(c.data, s.rest...), s.rest[:0]
	c.record, c.line = s.records+1, s.lines+1
	known := 0
	for {
		if length, records := s.findEnd(c.data, known); length > 0 {
			s.handOut(c, length, records)
			return true
		}
		switch {
		case len(c.data) > tree.MaxSize:
			s.skipRecord(c)
			return true
		case s.err != nil && len(c.data) > 0:
			s.handOut(c, len(c.data), 1)
			return true
		case s.err != nil:
			return false
		}
		known = len(c.data)
		s.read(c)
	}
}

// findEnd gives the length of the records to hand out, and how many there are.
func (s *splitter) findEnd(data []byte, known int) (length, records int) {
	if s.most == 0 {
		return s.ends.last(data, known)
	}
	for records < s.most {
		n := s.ends.next(data[length:])
		if n == 0 {
			break
		}
		length, records = length+n, records+1
	}
	return length, records
}

// read adds what one call of Read gives.
func (s *splitter) read(c *chunk) {
	if len(c.data)+chunkSize/2 > cap(c.data) {
		c.data = append(make([]byte, 0, max(2*cap(c.data), chunkSize)), c.data...)
	}
	n, err := s.input.Read(c.data[len(c.data):cap(c.data)])
	c.data, s.err = c.data[:len(c.data)+n], err
}

// handOut keeps for later what is behind the records.
func (s *splitter) handOut(c *chunk, length, records int) {
	s.rest = append(s.rest[:0], c.data[length:]...)
	c.data = c.data[:length]
	s.records += records
	s.lines += bytes.Count(c.data, lineBreak)
}

// skipRecord cuts a record that is too long: as much is kept of it as shows that. What
// follows up to the next line break is no record of its own.
func (s *splitter) skipRecord(c *chunk) {
	tail := append(make([]byte, 0, chunkSize), c.data[tree.MaxSize+1:]...)
	c.data = c.data[:tree.MaxSize+1]
	lines := bytes.Count(c.data, lineBreak)
	for {
		if i := bytes.IndexByte(tail, '\n'); i >= 0 {
			s.rest = append(s.rest[:0], tail[i+1:]...)
			break
		}
		if s.err != nil {
			break
		}
		var n int
		n, s.err = s.input.Read(tail[:cap(tail)])
		tail = tail[:n]
	}
	c.oversize = true
	s.records++
	s.lines += lines + 1
}

var lineBreak = []byte("\n")

// jsonEnds: each line is a record.
type jsonEnds struct{}

func (jsonEnds) next(data []byte) int { return bytes.IndexByte(data, '\n') + 1 }

func (jsonEnds) last(data []byte, known int) (length, records int) {
	length = known + bytes.LastIndexByte(data[known:], '\n') + 1
	if length == known {
		return 0, 0
	}
	return length, bytes.Count(data[:length], lineBreak)
}

// csvEnds: a line break ends a record unless it stands between quotes, which open at the
// beginning of a cell only.
type csvEnds struct{}

func (csvEnds) next(data []byte) int {
	state := cellStart
	for i, b := range data {
		switch {
		case state == inQuotes:
			if b == '"' {
				state = quoteSeen
			}
		case b == '\n':
			return i + 1
		case b == ',':
			state = cellStart
		case b == '"' && state != inCell:
			state = inQuotes
		default:
			state = inCell
		}
	}
	return 0
}

// What is known of a byte of CSV by those before it.
const (
	cellStart = iota
	inCell
	inQuotes
	quoteSeen // the end of a cell, or the first half of a quote in it
)

func (e csvEnds) last(data []byte, _ int) (length, records int) {
	for {
		n := e.next(data[length:])
		if n == 0 {
			return length, records
		}
		length, records = length+n, records+1
	}
}
