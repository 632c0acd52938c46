package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules/diag"
)

// The names of fields that are no keys of a result: the verdict, which every line has,
// and all keys.
const (
	Verdict = "verdict"
	Full    = "full"
)

// Fields says which keys of a result lines have beside the verdict. The zero Fields is
// none.
type Fields struct {
	keys []string // sorted; nil with all
	all  bool
	// Write writes a recommendation as "ajar decide" writes it as JSON.
	Write func(w *bytes.Buffer, rec *engine.Recommendation, places map[string]diag.Pos) error
}

// verdictKeys stand in every line.
var verdictKeys = []string{"schema", "stance", "option", "form", "ready"}

// withoutAnalysis are the keys of a result that are the same if nobody worked out how
// settled it is, which takes most of the time.
var withoutAnalysis = []string{
	"ajar", "answers", "cautions", "clashes", "components", "conditions", "counsel", "decided_by", "duties", "inactive", "lang", "licences",
	"next_steps", "not_stated", "parts", "plan", "profile", "rules", "score", "split", "standards", "today", "unknown",
}

// FieldNames lists what fields may be named.
func FieldNames() []string {
	names := []string{Verdict, Full}
	of := reflect.TypeFor[report.Result]()
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		if !slices.Contains(verdictKeys, name) {
			names = append(names, name)
		}
	}
	return names
}

// ParseFields reads a list of names with commas.
func ParseFields(list string) (f Fields, mistakes diag.List) {
	valid := FieldNames()
	for name := range strings.SplitSeq(list, ",") {
		switch name = strings.TrimSpace(name); {
		case !slices.Contains(valid, name):
			mistakes.Add(diag.UnknownFlagValue(diag.Pos{}, name, "--fields").OneOf(name, valid))
		case name == Full:
			f.all = true
		case name != Verdict && !slices.Contains(f.keys, name):
			f.keys = append(f.keys, name)
		}
	}
	slices.Sort(f.keys)
	return f, mistakes
}

// any reports whether a line has more than the verdict.
func (f *Fields) any() bool { return f.all || len(f.keys) > 0 }

// NeedsAnalysis reports whether it must be worked out how settled results are.
func (f *Fields) NeedsAnalysis() bool {
	return f.all || slices.ContainsFunc(f.keys, func(key string) bool { return !slices.Contains(withoutAnalysis, key) })
}

// recommend decides with as much analysis as the fields need.
func (f *Fields) recommend(ctx context.Context, e *engine.Engine, p engine.Profile) (*engine.Recommendation, error) {
	if f.NeedsAnalysis() {
		return e.Analyse(ctx, p)
	}
	return e.Recommend(ctx, p)
}

// pick gives the fields of a result as an object of JSON on one line, nil if there are none.
func (f *Fields) pick(rec *engine.Recommendation, places map[string]diag.Pos) ([]byte, error) {
	if !f.any() {
		return nil, nil
	}
	var text bytes.Buffer
	if err := f.Write(&text, rec, places); err != nil {
		return nil, err
	}
	if f.all {
		return compact(text.Bytes()), nil
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text.Bytes(), &all); err != nil {
		return nil, err
	}
	out := []byte("{")
	for i, key := range f.keys {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(append(out, '"'), key...), `":`...)
		out = append(out, compact(all[key])...)
	}
	return append(out, '}'), nil
}
