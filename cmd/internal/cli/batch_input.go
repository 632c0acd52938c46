package cli

import (
	"io"
	"os"

	"github.com/ajar-decision/ajar/cmd/internal/batch"
	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/profiles"
)

// batchInput is an open input.
type batchInput struct {
	name  string // as mistakes name it
	text  io.Reader
	meter *batch.Meter
	size  int64 // of the file, 0 if it is not known
	close func()
}

// openBatchInput opens a file or standard input.
func openBatchInput(a *app, name string) (*batchInput, error) {
	in := &batchInput{name: name, close: func() {}}
	a.files.MarkRead(name)
	if name == files.Stdin {
		in.name, in.meter = "stdin", batch.NewMeter(a.Stdin)
		in.text = in.meter
		return in, nil
	}
	file, err := os.Open(a.files.Resolve(name))
	if err != nil {
		return nil, &profiles.ReadError{Name: name, Err: err}
	}
	in.close = func() { _ = file.Close() } // it was only read
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
		in.size = info.Size()
	}
	in.meter = batch.NewMeter(file)
	if in.text, err = batch.Unpack(name, in.meter); err != nil {
		in.close()
		return nil, &profiles.ReadError{Name: name, Err: err}
	}
	return in, nil
}
