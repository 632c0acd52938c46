package engine_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// sums is how near sums of the same numbers must lie.
const sums = 1e-12

// drawn gives a random pack with its engine and a random profile for it.
func drawn(t *rapid.T, size gen.Size) (*rules.Pack, *engine.Engine, engine.Profile) {
	p := gen.Pack(t, size)
	return p, build(t, p), gen.Profile(t, p)
}

// makeCoreEngine makes the one engine that all tests on the core pack share.
var makeCoreEngine = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(rules.Core()) })

func build(t require.TestingT, p *rules.Pack) *engine.Engine {
	if p == rules.Core() {
		e, err := makeCoreEngine()
		require.NoError(t, err)
		return e
	}
	e, err := engine.New(p)
	require.NoError(t, err)
	return e
}

// decide recommends and fails the test on an error.
func decide(t require.TestingT, e *engine.Engine, p engine.Profile) *engine.Recommendation {
	r, err := e.Recommend(background, p)
	require.NoError(t, err)
	return r
}

// dump writes a recommendation bit for bit, without the names of the pack and the
// profile, which are inputs, and without the fields named in leave.
func dump(r *engine.Recommendation, leave ...string) string {
	var b strings.Builder
	write(&b, reflect.ValueOf(*r), append([]string{"Rules", "Profile"}, leave...))
	return b.String()
}

func write(b *strings.Builder, v reflect.Value, leave []string) {
	if answer, ok := v.Interface().(engine.Answer); ok {
		b.WriteString(answer.String())
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			b.WriteString("nil")
			return
		}
		write(b, v.Elem(), leave)
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if slices.Contains(leave, name) {
				continue
			}
			fmt.Fprintf(b, "%s{", name)
			write(b, v.Field(i), leave)
			b.WriteString("}\n")
		}
	case reflect.Slice:
		for i := range v.Len() {
			write(b, v.Index(i), leave)
			b.WriteString(", ")
		}
	case reflect.Float64:
		b.WriteString(strconv.FormatFloat(v.Float(), 'x', -1, 64))
	default:
		fmt.Fprint(b, v.Interface())
	}
}

// inside reports whether a number lies in an interval, rounding aside. What
// does not exist lies anywhere.
func inside(x float64, i engine.Interval, slack float64) bool {
	return math.IsNaN(x) || x >= i.Low-slack && x <= i.High+slack
}

// within reports whether one interval lies in another.
func within(a, b engine.Interval, slack float64) bool {
	return inside(a.Nominal, b, slack) && inside(a.Low, b, slack) && inside(a.High, b, slack)
}

// formResult is what a result says of one form, with its definition.
type formResult struct {
	engine.FormResult
	option *rules.Option
	form   *rules.Form
}

func (f formResult) class() int { return f.option.ClassOf(f.form) }

// listForms lists what a result says of all forms, along the ladder.
func listForms(p *rules.Pack, r *engine.Recommendation) []formResult {
	var out []formResult
	for _, o := range r.Options {
		for _, f := range o.Forms {
			def := p.Option(o.ID)
			out = append(out, formResult{f, def, def.Form(f.ID)})
		}
	}
	return out
}

func optionOf(t require.TestingT, p *rules.Pack, id string) *rules.Option {
	for i := range p.Options {
		if p.Options[i].ID == id {
			return &p.Options[i]
		}
	}
	require.Fail(t, "no option "+id)
	return nil
}

func resultOf(t require.TestingT, r *engine.Recommendation, option string) *engine.OptionResult {
	for i := range r.Options {
		if r.Options[i].ID == option {
			return &r.Options[i]
		}
	}
	require.Fail(t, "no result for "+option)
	return nil
}

// check runs a property on random input.
func check(t *testing.T, property func(t *rapid.T)) {
	t.Helper()
	t.Parallel()
	testkit.Check(t, property)
}

// idleOption does nothing that a bar could forbid.
func idleOption(p *rules.Pack) rules.Option {
	return rules.Option{ID: "idle", Step: 20, Stance: rules.Closed, Source: p.Facts[0].Source}
}
