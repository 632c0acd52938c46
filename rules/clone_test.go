package rules_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// A copy says the same as its original and shares no memory with it.
func TestCloneSharesNothing(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	copied := pack.Clone()
	require.Equal(t, pack, copied)
	own := map[uintptr]string{}
	visitMemory(t, reflect.ValueOf(pack), "Pack", func(at uintptr, path string) { own[at] = path })
	require.Greater(t, len(own), 1000)
	visitMemory(t, reflect.ValueOf(copied), "Pack", func(at uintptr, path string) {
		if shared, ok := own[at]; ok {
			t.Errorf("%s is shared with %s", path, shared)
		}
	})
}

// visitMemory visits the address of everything in a value that can be changed
// through it.
func visitMemory(t *testing.T, v reflect.Value, path string, visit func(at uintptr, path string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			visit(v.Pointer(), path)
			visitMemory(t, v.Elem(), path, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				t.Errorf("%s.%s is not exported: Clone cannot copy it", path, field.Name)
				continue
			}
			visitMemory(t, v.Field(i), path+"."+field.Name, visit)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			visit(v.Pointer(), path)
		}
		for i := range v.Len() {
			visitMemory(t, v.Index(i), path, visit)
		}
	case reflect.Array: // lies within what it is in
		for i := range v.Len() {
			visitMemory(t, v.Index(i), path, visit)
		}
	case reflect.Map:
		if !v.IsNil() {
			visit(v.Pointer(), path)
		}
		for entries := v.MapRange(); entries.Next(); {
			visitMemory(t, entries.Value(), path, visit)
		}
	case reflect.Interface, reflect.Func, reflect.Chan:
		t.Errorf("%s is a %s: Clone cannot copy it", path, v.Kind())
	}
}

func BenchmarkClone(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		rules.Core().Clone()
	}
}
