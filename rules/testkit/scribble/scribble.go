// Package scribble overwrites values in tests, to show that what a caller does
// with a result reaches nothing else.
package scribble

import (
	"fmt"
	"math"
	"reflect"
)

// Over overwrites everything that can be reached through a pointer or a map: every
// field, every element of a list, every entry of a map. It panics on what it
// cannot overwrite, so that nothing is passed over in silence. It gives
// how many values it overwrote.
func Over(v any) int {
	s := scribbler{}
	s.overwrite(reflect.ValueOf(v))
	return s.count
}

// scribbler counts what it has overwritten.
type scribbler struct{ count int }

func (s *scribbler) overwrite(v reflect.Value) {
	s.count++
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			s.overwrite(v.Elem())
		}
	case reflect.Struct:
		s.overwriteStruct(v)
	case reflect.Slice:
		s.overwriteSlice(v)
	case reflect.Array:
		for i := range v.Len() {
			s.overwrite(v.Index(i))
		}
	case reflect.Map:
		s.overwriteMap(v)
	case reflect.String:
		v.SetString("scribbled")
	case reflect.Float64:
		if v.SetFloat(v.Float() + 12345); math.IsNaN(v.Float()) {
			v.SetFloat(0)
		}
	case reflect.Int, reflect.Int8:
		v.SetInt(v.Int() + 7)
	case reflect.Uint8:
		v.SetUint(v.Uint() ^ 1)
	case reflect.Interface:
		s.overwriteInterface(v)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	default:
		panic(fmt.Sprintf("scribble: no way to overwrite a %s", v.Type()))
	}
}

// overwriteStruct overwrites each field. A struct without exported fields, such as
// an answer, gives nothing to hold on to: it is replaced by its zero.
func (s *scribbler) overwriteStruct(v reflect.Value) {
	exported := 0
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			s.overwrite(v.Field(i))
			exported++
		}
	}
	switch {
	case exported == v.NumField():
	case exported == 0:
		v.SetZero()
	default:
		panic(fmt.Sprintf("scribble: %s has fields that are not exported", v.Type()))
	}
}

// overwriteInterface overwrites what an interface refers to, and then what it holds.
func (s *scribbler) overwriteInterface(v reflect.Value) {
	if v.IsNil() {
		return
	}
	switch v.Elem().Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		s.overwrite(v.Elem())
	}
	v.SetZero()
}

// overwriteSlice overwrites the room behind the list too, into which another list
// might reach.
func (s *scribbler) overwriteSlice(v reflect.Value) {
	for i := range v.Cap() {
		s.overwrite(v.Slice(0, v.Cap()).Index(i))
	}
}

func (s *scribbler) overwriteMap(v reflect.Value) {
	for _, key := range v.MapKeys() {
		entry := reflect.New(v.Type().Elem()).Elem()
		entry.Set(v.MapIndex(key))
		s.overwrite(entry)
		v.SetMapIndex(key, entry)
	}
	if !v.IsNil() {
		v.SetMapIndex(reflect.ValueOf("scribbled").Convert(v.Type().Key()), reflect.Zero(v.Type().Elem()))
	}
}
