package rules

import "reflect"

// Identity names a pack. Two packs of the same digest say the same.
type Identity struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
}

// Identity gives the name, the version and the digest of the pack.
func (p *Pack) Identity() Identity { return Identity{p.Name, p.Version, p.Digest} }

// Clone gives a deep copy: the two packs have no memory in common, so that a
// change of one never reaches the other. The copy of no pack is none.
func (p *Pack) Clone() *Pack {
	if p == nil {
		return nil
	}
	out := *p
	(&packCopier{holds: map[reflect.Type]bool{}}).separate(reflect.ValueOf(&out).Elem())
	return &out
}

// packCopier copies what values refer to. The types of a pack have exported
// fields only, so that reflection reaches everything.
type packCopier struct {
	holds map[reflect.Type]bool // by type: whether its values refer to memory that can change
}

// separate gives v copies of all that it shares with the value it was copied from.
func (c *packCopier) separate(v reflect.Value) {
	if !c.holdsReferences(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			c.separate(v.Field(i))
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
	}
}

func (c *packCopier) copyTarget(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type().Elem())
	out.Elem().Set(v.Elem())
	c.separate(out.Elem())
	return out
}

func (c *packCopier) copySlice(v reflect.Value) reflect.Value {
	out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	reflect.Copy(out, v)
	if c.holdsReferences(v.Type().Elem()) {
		for i := range out.Len() {
			c.separate(out.Index(i))
		}
	}
	return out
}

func (c *packCopier) copyMap(v reflect.Value) reflect.Value {
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
// change. Most of a pack is text, which cannot.
func (c *packCopier) holdsReferences(t reflect.Type) bool {
	if known, ok := c.holds[t]; ok {
		return known
	}
	holds := false
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
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
