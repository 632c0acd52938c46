package tree

import (
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// Decoder is a type that reads itself from a node, for shapes that a struct
// cannot express. It adds what is wrong to the list.
type Decoder interface {
	DecodeTree(n *Node, list *diag.List)
}

// Decode fills *v from a node and adds every mistake to the list: unknown and
// missing keys, wrong kinds. Struct fields are named by their `tree` tag; a
// field is required unless the tag ends in ",optional". A field named At of
// type diag.Pos is set to the place of the node. A lang.Text is a text in
// English, or a map of texts by language.
func Decode(n *Node, v any, list *diag.List) {
	decodeNode(n, reflect.ValueOf(v).Elem(), list)
}

var posType = reflect.TypeFor[diag.Pos]()

func decodeNode(n *Node, v reflect.Value, list *diag.List) {
	if d, ok := v.Addr().Interface().(Decoder); ok {
		d.DecodeTree(n, list)
		return
	}
	if t, ok := v.Addr().Interface().(*lang.Text); ok {
		decodeText(n, t, list)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if n.Kind == Null && isScalar(v.Type().Elem()) {
			return // null says "not known", which is what a nil pointer says
		}
		v.Set(reflect.New(v.Type().Elem()))
		decodeNode(n, v.Elem(), list)
	case reflect.Struct:
		if Expect(n, Map, list) {
			decodeStruct(n, v, list)
		}
	case reflect.Slice:
		if Expect(n, List, list) {
			v.Set(reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items)))
			for i, item := range n.Items {
				decodeNode(item, v.Index(i), list)
			}
		}
	case reflect.Map:
		if Expect(n, Map, list) {
			decodeMap(n, v, list)
		}
	default:
		decodeScalar(n, v, list)
	}
}

// isScalar reports whether values of the type are single words or numbers. Of those null
// says that nobody knows; a map that is null was forgotten.
func isScalar(t reflect.Type) bool {
	return t.Kind() == reflect.String || t.Kind() == reflect.Bool || t.Kind() == reflect.Float64 || t.Kind() == reflect.Int
}

func decodeMap(n *Node, v reflect.Value, list *diag.List) {
	v.Set(reflect.MakeMapWithSize(v.Type(), len(n.Fields)))
	for _, f := range n.Fields {
		item := reflect.New(v.Type().Elem()).Elem()
		decodeNode(f.Value, item, list)
		v.SetMapIndex(reflect.ValueOf(f.Key), item)
	}
}

func decodeScalar(n *Node, v reflect.Value, list *diag.List) {
	switch v.Kind() {
	case reflect.String:
		if Expect(n, String, list) {
			v.SetString(n.Text)
		}
	case reflect.Bool:
		if Expect(n, Bool, list) {
			v.SetBool(n.IsTrue())
		}
	case reflect.Float64:
		if f, ok := n.Float(); ok {
			v.SetFloat(f)
		} else {
			Expect(n, Number, list)
		}
	case reflect.Int:
		f, ok := n.Float()
		if !ok || !(math.Abs(f) <= mostWhole) || f != math.Trunc(f) {
			list.Add(diag.WrongPackType(n.At, "a whole number", n.Kind.String()))
			return
		}
		v.SetInt(int64(f))
	}
}

// mostWhole bounds whole numbers: up to it every one of them is a float.
const mostWhole = 1 << 53

// Expect reports whether the node has the kind, and adds AJ103 if not.
func Expect(n *Node, want NodeKind, list *diag.List) bool {
	if n.Kind == want {
		return true
	}
	list.Add(diag.WrongPackType(n.At, want.String(), n.Kind.String()))
	return false
}

// keyOf is the key of a field in files, "" if it has none.
func keyOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("tree"), ",")
	return name
}

func decodeStruct(n *Node, v reflect.Value, list *diag.List) {
	t := v.Type()
	known := make(map[string]bool, t.NumField())
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Name == "At" && f.Type == posType {
			v.Field(i).Set(reflect.ValueOf(n.At))
			continue
		}
		name := keyOf(f)
		if name == "" {
			continue
		}
		known[name] = true
		names = append(names, name)
		field := n.Get(name)
		switch {
		case field != nil:
			decodeNode(field, v.Field(i), list)
		case !strings.HasSuffix(f.Tag.Get("tree"), ",optional"):
			list.Add(diag.MissingPackKey(n.At, name))
		}
	}
	for _, f := range n.Fields {
		if !known[f.Key] && !list.IsFull() {
			list.Add(diag.UnknownPackKey(f.At, f.Key).OneOf(f.Key, names))
		}
	}
}

// decodeText reads a text in English, or a map of texts by language.
func decodeText(n *Node, t *lang.Text, list *diag.List) {
	*t = lang.Text{}
	if n.Kind != Map {
		if Expect(n, String, list) {
			*t = t.With(lang.Default, n.Text)
		}
		return
	}
	if n.Get(lang.Default) == nil {
		list.Add(diag.MissingPackKey(n.At, lang.Default))
	}
	for _, f := range n.Fields {
		if !slices.Contains(lang.All(), f.Key) {
			list.Add(diag.UnknownPackKey(f.At, f.Key).OneOf(f.Key, lang.All()))
			continue
		}
		if Expect(f.Value, String, list) {
			*t = t.With(f.Key, f.Value.Text)
		}
	}
}
