package engine_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// situation is everything that may be said at once, with what is still to be asked.
type situation struct {
	example
	pending    asking.Pending
	precedents []engine.Profile
	open       []string
}

// situationOf draws one; the same number gives the same one.
func situationOf(n int) situation {
	return rapid.Custom(func(t *rapid.T) situation {
		size := gen.Small
		if n%3 == 0 {
			size = gen.Usual
		}
		p := gen.Pack(t, size)
		profile := gen.Profile(t, p)
		if n%4 == 0 {
			profile = gen.WithRanges(t, profile)
		}
		if n%2 == 0 {
			profile.Parts = gen.Parts(t, p)
		}
		profile.WeightsSure = rapid.SampledFrom(append(engine.WeightSurenesses(), "")).Draw(t, "weights")
		profile.Notes = map[string]engine.Note{}
		s := situation{example: example{p, profile}}
		for i := range p.Facts {
			f := &p.Facts[i]
			profile.Notes[f.ID] = engine.Note{Sure: rapid.SampledFrom(append(engine.AnswerSurenesses(), "")).Draw(t, "sure")}
			if !gen.IsOpen(f, profile.Facts[f.ID]) {
				continue
			}
			s.open = append(s.open, f.ID)
			if rapid.IntRange(0, 3).Draw(t, "asked in vain") == 0 {
				s.pending.WontBeKnown = append(s.pending.WontBeKnown, f.ID)
			}
		}
		for i := range p.Priorities {
			if rapid.IntRange(0, 4).Draw(t, "unrated") == 0 {
				s.pending.Unrated = append(s.pending.Unrated, p.Priorities[i].ID)
				s.open = append(s.open, p.Priorities[i].ID)
			}
		}
		precedents := n % 4
		if n%16 == 7 {
			precedents = 15 // more than are looked at
		}
		for range precedents {
			s.precedents = append(s.precedents, gen.Profile(t, p))
		}
		return s
	}).Example(n)
}

// Every outcome of many situations stays as it is, bit for bit, until someone means to
// change it: other tests say what is right, this one that nothing moves unseen. How many
// entries a list has and what the verdict is can be read; a hash stands for the rest. The
// situations are drawn, so another version of the library that draws may move all of them.
func TestGoldenOutcomes(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for n := range 400 {
		s := situationOf(n)
		e := build(t, s.pack)
		r, err := e.Analyse(t.Context(), s.profile, engine.WithPairs())
		require.NoError(t, err)
		rob := r.Sensitivity.Robustness
		fmt.Fprintf(&b, "%d: %s %s, %s %s %s\n", n, r.Stance, r.Option, rob.Stance, rob.Option, rob.Form)
		writeFieldHashes(&b, reflect.ValueOf(*r), "Rules", "Profile", "Sensitivity")
		writeFieldHashes(&b, reflect.ValueOf(*r.Sensitivity))
		out, err := asking.FindOutlook(t.Context(), e, s.profile, s.pending)
		require.NoError(t, err)
		writeFieldHashes(&b, reflect.ValueOf(*out), "Option")
		order, err := asking.OrderQuestions(t.Context(), e, s.profile, s.open, s.pending, s.precedents)
		require.NoError(t, err)
		fmt.Fprintf(&b, "  asked: %s\n", strings.Join(order, " "))
	}
	testkit.Golden(t, "testdata/outcomes.golden", b.String())
}

// writeFieldHashes writes one line of what the fields hold, those left out that are named.
func writeFieldHashes(b *strings.Builder, v reflect.Value, leave ...string) {
	for i := range v.NumField() {
		name, field := v.Type().Field(i).Name, v.Field(i)
		if slices.Contains(leave, name) || field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0 {
			continue
		}
		var text strings.Builder
		write(&text, field, nil)
		sum := sha256.Sum256([]byte(text.String()))
		fmt.Fprintf(b, "  %s", name)
		if field.Kind() == reflect.Slice {
			fmt.Fprintf(b, " %d", field.Len())
		}
		fmt.Fprintf(b, " %s", hex.EncodeToString(sum[:2]))
	}
	b.WriteString("\n")
}
