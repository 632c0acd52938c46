package batch

import (
	"compress/gzip"
	"io"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/klauspost/compress/zstd"
)

// maxWindow is how far back compressed data may refer, which is kept in memory: as far
// as the command zstd allows by default.
const maxWindow = 128 << 20

// Unpack gives the text of a file that is compressed, as its ending says: .gz or .zst.
// Any other file is its own text.
func Unpack(name string, file io.Reader) (io.Reader, error) {
	switch packing(name) {
	case ".gz":
		return gzip.NewReader(file)
	case ".zst":
		return zstd.NewReader(file, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	}
	return file, nil
}

// IsCSV reports whether a file is CSV by its name, compressed or not.
func IsCSV(name string) bool {
	name = strings.ToLower(name)
	return filepath.Ext(strings.TrimSuffix(name, packing(name))) == ".csv"
}

// packing gives the ending that says how a file is compressed, "" if it is not.
func packing(name string) string {
	switch ending := strings.ToLower(filepath.Ext(name)); ending {
	case ".gz", ".zst":
		return ending
	}
	return ""
}

// Meter counts what is read of an input.
type Meter struct {
	io.Reader
	bytes atomic.Int64
}

// NewMeter counts what is read of r.
func NewMeter(r io.Reader) *Meter { return &Meter{Reader: r} }

// Read reads and counts.
func (m *Meter) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	m.bytes.Add(int64(n))
	return n, err
}

// Bytes says how much was read so far; it may be asked while another goroutine reads.
func (m *Meter) Bytes() int64 { return m.bytes.Load() }
