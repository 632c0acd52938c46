package engine_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Every number of a recommendation, bit for bit, is the same on every
// platform: the file was written on one, and the test runs on all of them. What
// a reader can place is written out, exactly; a hash stands for all numbers.
func TestGoldenBits(t *testing.T) {
	t.Parallel()
	e := core(t)
	var b strings.Builder
	all := full(e.Pack())
	for i, p := range []engine.Profile{
		{}, all, {Weights: all.Weights}, {Facts: all.Facts}, half(e.Pack(), 0), half(e.Pack(), 1), half(e.Pack(), 2),
	} {
		r, err := e.Recommend(t.Context(), p)
		require.NoError(t, err)
		sum := sha256.Sum256([]byte(dumpNumbers(r)))
		fmt.Fprintf(&b, "profile %d: %s %s\n", i, r.Stance, r.Option)
		for j := range r.Options {
			fmt.Fprintf(&b, "  option %s %v\n", r.Options[j].ID, r.Options[j].Value)
		}
		for j := range r.Dimensions {
			fmt.Fprintf(&b, "  dimension %s %v\n", r.Dimensions[j].ID, r.Dimensions[j].Lean)
		}
		fmt.Fprintf(&b, "  all numbers %s\n", hex.EncodeToString(sum[:8]))
	}
	testkit.Golden(t, "testdata/bits.golden", b.String())
}

// dumpNumbers writes every number of a result bit for bit, one a line, in the
// order of fields and lists.
func dumpNumbers(r *engine.Recommendation) string {
	var b strings.Builder
	visitNumbers(reflect.ValueOf(*r), func(x float64) {
		b.WriteString(strconv.FormatFloat(x, 'x', -1, 64) + "\n")
	})
	return b.String()
}

// visitNumbers leaves out inputs: the profile, and what stands in the pack.
func visitNumbers(v reflect.Value, visit func(float64)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Profile" && name != "Factor" {
				visitNumbers(v.Field(i), visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			visitNumbers(v.Index(i), visit)
		}
	case reflect.Float64:
		visit(v.Float())
	}
}

// half answers every second fact and leaves the weights uneven, so that sums
// have something to round.
func half(pack *rules.Pack, turn int) engine.Profile {
	p := engine.Profile{Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range pack.Priorities {
		if i%3 != turn {
			p.Weights[pack.Priorities[i].ID] = float64((i*37+turn*11)%100+1) / 10
		}
	}
	for i := range pack.Facts {
		if ids := pack.Facts[i].ValueIDs(); len(ids) > 0 && i%2 == turn%2 {
			p.Facts[pack.Facts[i].ID] = engine.Value(ids[(i+turn)%len(ids)])
		}
	}
	return p
}
