package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// fewAnswers is a line of 128 bytes, and allAnswers one that answers everything.
var fewAnswers = fmt.Sprintf("%-127s\n", `{"name":"item 0001","priorities":{"adoption_reach":9,"low_overhead":3},"facts":{"kind":"software","hosting_rivals":"none"}}`)

func allAnswers(tb testing.TB) string {
	pack := rules.Core()
	p := engine.Profile{Name: "item 0001", Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range pack.Priorities {
		p.Weights[pack.Priorities[i].ID] = float64(i % 11)
	}
	for i := range pack.Facts {
		f := &pack.Facts[i]
		ids := f.ValueIDs()
		p.Facts[f.ID] = engine.Value(ids[i%len(ids)])
		if f.Type == rules.SetFact && i%2 == 0 && !f.Values[0].Alone && !f.Values[1].Alone {
			p.Facts[f.ID] = engine.Set(ids[0], ids[1])
		}
	}
	return writeLine(tb, p)
}

// BenchmarkLines decides lines from beginning to end; lines a second are those of one
// worker on one core: go test -bench . -cpu 1.
func BenchmarkLines(b *testing.B) {
	e := newEngine(b)
	for name, line := range map[string]string{"few": fewAnswers, "all": allAnswers(b)} {
		b.Run(name, func(b *testing.B) {
			run := newRun(e, &repeated{line: line, times: b.N}, io.Discard)
			run.Workers = 1
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			b.ResetTimer()
			counts, err := run.Decide(context.Background())
			require.NoError(b, err)
			require.Equal(b, b.N, counts.Profiles)
			require.Zero(b, counts.Mistaken)
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "lines/s")
		})
	}
}

// BenchmarkDecoding is what encoding/json alone takes to decode the same lines.
func BenchmarkDecoding(b *testing.B) {
	for name, line := range map[string]string{"few": fewAnswers, "all": allAnswers(b)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				var v struct {
					Name       string             `json:"name"`
					Priorities map[string]float64 `json:"priorities"`
					Facts      map[string]any     `json:"facts"`
				}
				require.NoError(b, json.Unmarshal([]byte(line), &v))
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "lines/s")
		})
	}
}

// BenchmarkReading is what the reader takes of it.
func BenchmarkReading(b *testing.B) {
	for name, line := range map[string]string{"few": fewAnswers, "all": allAnswers(b)} {
		b.Run(name, func(b *testing.B) {
			r := newRecord(newVocabulary(rules.Core()))
			text := []byte(strings.Replace(line, `"ajar":1,`, "", 1))
			b.ReportAllocs()
			for b.Loop() {
				if !r.readJSON(text) {
					b.Fatal(line)
				}
			}
		})
	}
}

// repeated is the same line again and again.
type repeated struct {
	line  string
	times int
	block []byte
	rest  []byte
}

func (r *repeated) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.times == 0 {
			return 0, io.EOF
		}
		if r.block == nil {
			r.block = bytes.Repeat([]byte(r.line), 1000)
		}
		n := min(r.times, 1000)
		r.rest, r.times = r.block[:n*len(r.line)], r.times-n
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}
