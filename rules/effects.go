package rules

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// What rules do, as tests of packs state it: the keys of a rule with what they say, but
// for what changes no result. Everything that the types of a pack hold is part of it,
// unless one of these tables leaves it out.
var (
	// withoutEffect are prose, what a rule rests on, and conditions, which have cases of
	// their own.
	withoutEffect = typeSet(diag.Pos{}, Text{}, Condition{}, Evidence{}, []Grading{}, []Source{}, []Term{})
	// keysWithoutEffect name what a rule rests on too, and how it and the pack are called.
	keysWithoutEffect = []string{"source", "claimed_by", "checked", "name", "version", "digest"}
	// sortedWhenRead are lists whose order no file says. Each of their rules states by
	// itself what it does.
	sortedWhenRead = typeSet([]Bar{}, []Duty{}, []LicenceChoice{}, []Compatibility{}, []Step{}, []Exclusion{}, []Argument{}, []Moderator{})
	// toldByID are rules that state by themselves what they do: a list of them is one of
	// ids, which states the order.
	toldByID = typeSet(Fact{}, Priority{}, Dimension{}, Option{}, Form{}, Act{}, PartKind{}, Component{}, ComponentAdvice{}, Standard{}, Counsel{}, SheetQuestion{})
)

func typeSet(of ...any) map[reflect.Type]bool {
	set := map[reflect.Type]bool{}
	for _, x := range of {
		set[reflect.TypeOf(x)] = true
	}
	return set
}

// effectReader says what rules do, and keeps the keys of types.
type effectReader map[reflect.Type][]effectKey

// effectKey is the key of a field in files; the name is empty if it has no effect.
type effectKey struct {
	name       string
	isRequired bool
}

// effectOf gives what a rule does as a map; it is empty for a rule that only says when
// it holds. The rule is what [Rule] points at, or a *[Pack].
func (r effectReader) effectOf(of any) *tree.Node {
	out := r.describeStruct(reflect.ValueOf(of).Elem())
	out.Fields = slices.DeleteFunc(out.Fields, func(f tree.Field) bool { return f.Key == "id" })
	return out
}

// describeEffect gives what a value says; nil if that has no effect.
func (r effectReader) describeEffect(v reflect.Value) *tree.Node {
	if withoutEffect[v.Type()] || sortedWhenRead[v.Type()] {
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return r.describeEffect(v.Elem())
	case reflect.Struct:
		if n := r.describeStruct(v); len(n.Fields) > 0 {
			return r.shortenStruct(n, v.Type())
		}
		return nil
	case reflect.Slice:
		return r.describeList(v)
	case reflect.Bool:
		return &tree.Node{Kind: tree.Bool, Text: strconv.FormatBool(v.Bool())}
	case reflect.Int:
		return &tree.Node{Kind: tree.Number, Text: strconv.FormatInt(v.Int(), 10)}
	case reflect.Float64:
		return &tree.Node{Kind: tree.Number, Text: strconv.FormatFloat(v.Float(), 'g', -1, 64)}
	}
	return &tree.Node{Kind: tree.String, Text: v.String()}
}

func (r effectReader) describeList(v reflect.Value) *tree.Node {
	if raises, ok := v.Interface().([]Raise); ok { // at most one for an argument, in any order
		var byArgument Table[ArgumentCapture]
		for i := range raises {
			byArgument.Set(raises[i].Argument, ArgumentCapture{Capture: raises[i].Capture, Doubt: raises[i].Doubt})
		}
		v = reflect.ValueOf(byArgument)
	}
	_, isTable := tree.ValueOfTable(v.Type())
	out := &tree.Node{Kind: tree.List}
	if isTable {
		out.Kind = tree.Map
	}
	for i := range v.Len() {
		item := v.Index(i)
		switch {
		case isTable:
			out.Fields = append(out.Fields, tree.Field{Key: item.FieldByName("Key").String(), Value: r.describeEffect(item.FieldByName("Value"))})
		case toldByID[item.Type()]:
			out.Items = append(out.Items, r.describeEffect(item.FieldByName("ID")))
		default:
			if node := r.describeEffect(item); node != nil {
				out.Items = append(out.Items, node)
			}
		}
	}
	return out
}

// describeStruct gives the keys of a struct that have an effect. What may be left out and
// is zero was left out.
func (r effectReader) describeStruct(v reflect.Value) *tree.Node {
	out := &tree.Node{Kind: tree.Map}
	for i, key := range r.listKeys(v.Type()) {
		if key.name == "" || !key.isRequired && (v.Field(i).IsZero() || v.Field(i).Kind() == reflect.Slice && v.Field(i).Len() == 0) {
			continue
		}
		if value := r.describeEffect(v.Field(i)); value != nil {
			out.Fields = append(out.Fields, tree.Field{Key: key.name, Value: value})
		}
	}
	return out
}

// shortenStruct gives the one value of a map that must say one thing and says no more: a
// capture is its number.
func (r effectReader) shortenStruct(n *tree.Node, t reflect.Type) *tree.Node {
	required := 0
	for i, key := range r.listKeys(t) {
		if ft := t.Field(i).Type; key.isRequired && !withoutEffect[ft] {
			required++
		}
	}
	if len(n.Fields) == 1 && required == 1 {
		return n.Fields[0].Value
	}
	return n
}

// listKeys lists the keys of the fields of a struct. What files say in another form has
// no keys of its own, and the names of its fields.
func (r effectReader) listKeys(t reflect.Type) []effectKey {
	if keys, ok := r[t]; ok {
		return keys
	}
	keys := make([]effectKey, t.NumField())
	for i := range keys {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("tree"), ",")
		isRequired := name != "" && option != "optional"
		if name == "" {
			name = toSnakeCase(f.Name)
		}
		if !slices.Contains(keysWithoutEffect, name) && f.Type != reflect.TypeFor[*Condition]() {
			keys[i] = effectKey{name, isRequired}
		}
	}
	r[t] = keys
	return keys
}

// toSnakeCase turns PartKinds into part_kinds.
func toSnakeCase(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' && name[i-1] >= 'a' {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}
