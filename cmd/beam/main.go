// Command beam decides many profiles in a pipeline of Apache Beam: an example of how to
// run ajar on Flink, Dataflow or any other runner.
//
//	go run . -input 'profiles-*.ndjson' -output results.ndjson
//	go run . -input gs://... -output gs://... --runner=dataflow ...
//
// A line in is a profile as JSON, a line out its verdict or what is wrong with it.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

func init() { register.DoFn2x1[context.Context, string, string](&decide{}) }

// newEngine compiles the rules once for all that a worker runs at once.
var newEngine = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(rules.Core()) })

// decide decides one profile after the other. Each runs in one goroutine at a time.
type decide struct{ evaluator *engine.Evaluator }

// Setup is called once, before the first profile.
func (d *decide) Setup() error {
	eng, err := newEngine()
	if err == nil {
		d.evaluator = engine.NewEvaluator(eng)
	}
	return err
}

// result is a line that is written.
type result struct {
	Name     string `json:"name"`
	Mistakes string `json:"mistakes,omitempty"`
	engine.Verdict
	Ready bool `json:"ready"`
}

// ProcessElement decides the profile on a line. A mistake in it is a result too: it must
// not stop the others.
func (d *decide) ProcessElement(ctx context.Context, line string) string {
	p, err := profiles.Read(strings.NewReader(line), "line", profiles.JSON)
	r := result{Name: p.Name}
	if err == nil {
		var out *engine.Outcome
		if out, err = d.evaluator.Evaluate(ctx, &p); err == nil {
			r.Verdict, r.Ready = out.Verdict, d.evaluator.Ready()
		}
	}
	if err != nil {
		r.Mistakes = err.Error()
	}
	text, err := json.Marshal(r)
	if err != nil {
		panic(err) // a struct of texts always has a form in JSON
	}
	return string(text)
}

// decideAll adds the decisions to a pipeline.
func decideAll(s beam.Scope, lines beam.PCollection) beam.PCollection {
	return beam.ParDo(s.Scope("decide"), &decide{}, lines)
}

func main() {
	input := flag.String("input", "", "files with a profile a line")
	output := flag.String("output", "", "file for the results")
	flag.Parse()
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	textio.Write(s, *output, decideAll(s, textio.Read(s, *input)))
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}
