package term

import (
	"io"
	"os"

	"github.com/ajar-decision/ajar/rules/plain"
)

// Stream is one of the standard streams that text leaves by. It lets out what
// [plain.Guard] does.
type Stream struct {
	*plain.Guard
	raw io.Writer
}

// NewStream makes a stream that writes to w.
func NewStream(w io.Writer) *Stream { return &Stream{plain.NewGuard(w), w} }

// Raw gives what a stream writes to, for a pager that takes the terminal over and for what
// went through a guard already. Any other writer is given back.
func Raw(w io.Writer) io.Writer {
	if s, ok := w.(*Stream); ok {
		return s.raw
	}
	return w
}

// fileOf gives the file that a reader or writer is, nil if it is none.
func fileOf(stream any) *os.File {
	if s, ok := stream.(*Stream); ok {
		stream = s.raw
	}
	f, _ := stream.(*os.File)
	return f
}
