package tree

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// ParseTexts reads a file of texts for Translate. One that holds comments alone,
// since nothing is translated yet, gives nil and is no mistake.
func ParseTexts(file string, data []byte) (*Node, diag.List) {
	n, list := ParseYAML(file, data)
	if len(list) == 1 && list[0].Code == emptyFile {
		list = nil
	}
	return n, list
}

var emptyFile = diag.EmptyFile(diag.Pos{}).Code

// Words are words of the languages of a file. Translate adds those of its own
// language.
type Words []string

// Translate adds texts in the language code to what Decode made of a file. The
// node has the shape of that file with the texts alone, and each list in it is
// a map by the first key of its items, which is their id:
//
//	facts:                      facts:
//	  - id: kind                  kind:
//	    type: enum                  title: 类型
//	    title: Kind
//
// A text for what the file does not have is a mistake; a text that is missing
// is none.
func Translate(n *Node, v any, code string, list *diag.List) {
	t := translator{code, list}
	t.translate(n, reflect.ValueOf(v).Elem())
}

type translator struct {
	code string
	list *diag.List
}

func (t translator) translate(n *Node, v reflect.Value) {
	switch x := v.Interface().(type) {
	case lang.Text:
		if Expect(n, String, t.list) {
			v.Set(reflect.ValueOf(x.With(t.code, n.Text)))
		}
		return
	case Words:
		var more Words
		Decode(n, &more, t.list)
		v.Set(reflect.ValueOf(append(slices.Clone(x), more...)))
		return
	}
	if v.Kind() == reflect.Pointer {
		t.translate(n, v.Elem())
		return
	}
	if !Expect(n, Map, t.list) {
		return
	}
	parts, names := partsOf(v)
	for _, f := range n.Fields {
		part, ok := parts[f.Key]
		switch {
		case !ok && t.list.IsFull(): // looking for the nearest name takes long
		case ok:
			t.translate(f.Value, part)
			if v.Kind() == reflect.Map { // whose parts are copies
				v.SetMapIndex(reflect.ValueOf(f.Key), part)
			}
		case v.Kind() == reflect.Struct:
			t.list.Add(diag.UnknownPackKey(f.At, f.Key).OneOf(f.Key, names))
		default:
			t.list.Add(diag.UndefinedPackID(f.At, "entry", f.Key).OneOf(f.Key, names))
		}
	}
}

// partsOf gives the parts of a value that have texts, by their names in a file
// of texts, and the names in order.
func partsOf(v reflect.Value) (parts map[string]reflect.Value, names []string) {
	parts = map[string]reflect.Value{}
	add := func(name string, part reflect.Value) {
		parts[name] = part
		names = append(names, name)
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name := keyOf(v.Type().Field(i)); name != "" && HasTexts(v.Type().Field(i).Type) && isStated(v.Field(i)) {
				add(name, v.Field(i))
			}
		}
	case reflect.Slice:
		_, isTable := ValueOfTable(v.Type())
		for i := range v.Len() {
			if isTable {
				add(v.Index(i).Field(0).String(), v.Index(i).Field(1))
				continue
			}
			add(idOf(v.Index(i)), v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			part := reflect.New(v.Type().Elem()).Elem()
			part.Set(v.MapIndex(key))
			add(key.String(), part)
		}
		slices.Sort(names)
	}
	return parts, names
}

// isStated reports whether a file has the part: what is optional may be
// missing. Words may be there in one language alone.
func isStated(v reflect.Value) bool {
	return v.Type() == reflect.TypeFor[Words]() || !v.IsZero()
}

// idOf is what the first key of an item says.
func idOf(item reflect.Value) string {
	for i := range item.NumField() {
		if keyOf(item.Type().Field(i)) == "" {
			continue
		}
		if text, ok := item.Field(i).Interface().(lang.Text); ok {
			return text.Own(lang.Default)
		}
		return fmt.Sprint(item.Field(i).Interface())
	}
	return ""
}

// HasTexts reports whether values of the type hold texts that can be
// translated.
func HasTexts(t reflect.Type) bool {
	if t == reflect.TypeFor[lang.Text]() || t == reflect.TypeFor[Words]() {
		return true
	}
	if value, ok := ValueOfTable(t); ok {
		return HasTexts(value)
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return HasTexts(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if keyOf(t.Field(i)) != "" && HasTexts(t.Field(i).Type) {
				return true
			}
		}
	}
	return false
}
