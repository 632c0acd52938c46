package testkit

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"

	"github.com/ajar-decision/ajar/rules"
)

// SpoilPack changes one to three places in a pack, each to something that a program may
// leave there by mistake: no number, a negative one, nothing, the same twice, a condition
// that is a part of itself. The same number changes the same places. It says what it did.
func SpoilPack(p *rules.Pack, n int) (what string) {
	s := &spoiler{r: rand.New(rand.NewPCG(uint64(n), 11))}
	s.gather(reflect.ValueOf(p).Elem(), "pack") // once: afterwards a condition may have no end
	for range 1 + s.r.IntN(3) {
		at := s.r.IntN(len(s.places))
		what += s.names[at] + ": " + s.spoil(s.places[at]) + "; "
	}
	return what
}

// spoiler knows all places of a pack that can be changed.
type spoiler struct {
	r      *rand.Rand
	places []reflect.Value
	names  []string
}

func (s *spoiler) gather(v reflect.Value, name string) {
	if name == "pack.Digest" {
		return
	}
	if v.CanSet() && name != "pack" {
		s.places, s.names = append(s.places, v), append(s.names, name)
	}
	if _, isText := v.Interface().(rules.Text); isText {
		return // words are most of a pack, and no reason to fail
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			s.gather(v.Elem(), name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			s.gather(v.Index(i), fmt.Sprintf("%s[%d]", name, i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			s.gather(v.Field(i), name+"."+v.Type().Field(i).Name)
		}
	}
}

func (s *spoiler) spoil(v reflect.Value) string {
	if c, ok := v.Addr().Interface().(*rules.Condition); ok {
		return s.spoilCondition(c)
	}
	if c, ok := v.Addr().Interface().(**rules.Condition); ok && s.r.IntN(2) == 0 {
		*c = &rules.Condition{}
		return s.spoilCondition(*c)
	}
	switch v.Kind() {
	case reflect.Float64:
		odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, math.MaxFloat64, -math.MaxFloat64, 5e-324, math.Copysign(0, -1), 2}
		v.SetFloat(odd[s.r.IntN(len(odd))])
	case reflect.Int:
		v.SetInt([]int64{-1, 0, math.MaxInt64, math.MinInt64, 1}[s.r.IntN(5)])
	case reflect.Uint8:
		v.SetUint(uint64(s.r.IntN(256)))
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.String:
		odd := []string{"", " ", "unknown", "na", "\x00", "\xff", "open", "priorities", "sold", "a.b", "NaN", "1e999"}
		v.SetString(odd[s.r.IntN(len(odd))])
	case reflect.Slice:
		return s.spoilList(v)
	default:
		v.SetZero()
	}
	return fmt.Sprintf("%.40v", v)
}

func (s *spoiler) spoilList(v reflect.Value) string {
	switch s.r.IntN(4) {
	case 0:
		v.SetZero()
		return "nil"
	case 1:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		return "empty"
	case 2:
		v.Set(reflect.AppendSlice(v.Slice3(0, v.Len(), v.Len()), v))
		return "twice"
	}
	v.Set(reflect.Append(v.Slice3(0, v.Len(), v.Len()), reflect.Zero(v.Type().Elem())))
	return "and a zero"
}

// spoilCondition makes conditions that no file can say.
func (s *spoiler) spoilCondition(c *rules.Condition) string {
	switch s.r.IntN(7) {
	case 0:
		*c = rules.Condition{}
		return "a zero condition"
	case 1:
		*c = rules.Condition{Op: rules.Not}
		return "not of nothing"
	case 2:
		*c = rules.Condition{Op: rules.All, Of: []rules.Condition{*c}}
		c.Of[0].Of = c.Of
		return "a part of itself"
	case 3:
		for range 70 { // each level has both sides in common
			*c = rules.Condition{Op: rules.Any, Of: []rules.Condition{*c, *c}}
		}
		return "doubled at each level"
	case 4:
		*c = rules.Condition{Op: rules.Op(s.r.IntN(256)), Of: []rules.Condition{*c}}
		return "an unknown kind"
	case 5:
		c.Test, c.Values = rules.AtLeast, nil
		return "no value"
	}
	c.Values = append(c.Values, "NaN")
	return "a value more"
}
