// Package detach gives results memory of their own, so that whoever writes to one changes
// nothing that it was made from.
package detach

import "reflect"

// Detach puts copies in place of all that a value shares with others: what pointers, lists,
// maps and interfaces in it refer to. It takes a pointer to the value.
func Detach(v any) {
	(&copier{holds: map[reflect.Type]bool{}}).separate(reflect.ValueOf(v).Elem())
}

// copier copies what values refer to. Reflection reaches fields
// that are exported; values of ours that have others hold no memory that can change.
type copier struct {
	holds map[reflect.Type]bool // by type: whether its values refer to memory that can change
}

// separate gives v copies of all that it shares with the value it was copied from.
func (c *copier) separate(v reflect.Value) {
	if !c.holdsReferences(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.separate(v.Field(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			c.separate(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			v.Set(c.copyTarget(v))
		}
	case reflect.Slice:
		if !v.IsNil() {
			v.Set(c.copySlice(v))
		}
	case reflect.Map:
		if !v.IsNil() {
			v.Set(c.copyMap(v))
		}
	case reflect.Interface:
		if !v.IsNil() {
			v.Set(c.copyHeld(v.Elem()))
		}
	}
}

func (c *copier) copyHeld(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	c.separate(out)
	return out
}

func (c *copier) copyTarget(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type().Elem())
	out.Elem().Set(v.Elem())
	c.separate(out.Elem())
	return out
}

func (c *copier) copySlice(v reflect.Value) reflect.Value {
	out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	reflect.Copy(out, v)
	if c.holdsReferences(v.Type().Elem()) {
		for i := range out.Len() {
			c.separate(out.Index(i))
		}
	}
	return out
}

func (c *copier) copyMap(v reflect.Value) reflect.Value {
	out := reflect.MakeMapWithSize(v.Type(), v.Len())
	for entries := v.MapRange(); entries.Next(); {
		entry := reflect.New(v.Type().Elem()).Elem()
		entry.Set(entries.Value())
		c.separate(entry)
		out.SetMapIndex(entries.Key(), entry)
	}
	return out
}

// holdsReferences reports whether values of a type may share memory that can
// change. Most of what we hold is text, which cannot.
func (c *copier) holdsReferences(t reflect.Type) bool {
	if known, ok := c.holds[t]; ok {
		return known
	}
	holds := false
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		holds = true
	case reflect.Array:
		holds = c.holdsReferences(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			holds = holds || c.holdsReferences(t.Field(i).Type)
		}
	}
	c.holds[t] = holds
	return holds
}
