package scribble

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
)

// Describe says all that a value holds, bit for bit: fields that are not exported too,
// and numbers that print alike apart. Equal values give equal texts.
func Describe(v any) string {
	var b strings.Builder
	describe(&b, reflect.ValueOf(v))
	return b.String()
}

func describe(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
		b.WriteString("nothing")
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			b.WriteString("nil")
			return
		}
		b.WriteString("&")
		describe(b, v.Elem())
	case reflect.Struct:
		b.WriteString(v.Type().String() + "{")
		for i := range v.NumField() {
			b.WriteString(v.Type().Field(i).Name + ": ")
			describe(b, v.Field(i))
			b.WriteString("\n")
		}
		b.WriteString("}")
	case reflect.Slice, reflect.Array:
		b.WriteString("[")
		for i := range v.Len() {
			describe(b, v.Index(i))
			b.WriteString("\n")
		}
		b.WriteString("]")
	case reflect.Map:
		entries := make([]string, 0, v.Len())
		for _, key := range v.MapKeys() {
			var entry strings.Builder
			describe(&entry, key)
			entry.WriteString(": ")
			describe(&entry, v.MapIndex(key))
			entries = append(entries, entry.String())
		}
		slices.Sort(entries)
		b.WriteString("map[" + strings.Join(entries, "\n") + "]")
	case reflect.Float64:
		fmt.Fprintf(b, "%x", math.Float64bits(v.Float()))
	default: // texts, whole numbers and truth values
		fmt.Fprintf(b, "%#v", v)
	}
}
