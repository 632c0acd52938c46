package rules_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// mutant is the core pack with one thing changed.
type mutant struct {
	kind, what string
	change     func(p *rules.Pack) (undo func())
}

// listMutants lists the changes of a pack, in its order.
func listMutants(p *rules.Pack) []mutant {
	var out []mutant
	addMutants(&out, p, "", "", nil, reflect.ValueOf(*p))
	return out
}

// addMutants adds the changes of what stands at a path: the steps are fields and places.
func addMutants(out *[]mutant, p *rules.Pack, kind, what string, path []int, v reflect.Value) {
	add := func(how string, change func(v reflect.Value)) {
		at := slices.Clone(path)
		*out = append(*out, mutant{strings.TrimPrefix(kind, ".") + ": " + how, what, func(p *rules.Pack) func() {
			v := follow(reflect.ValueOf(p).Elem(), at)
			old := copyTop(v)
			change(v)
			return func() { v.Set(old) }
		}})
	}
	switch x := v.Interface().(type) {
	case diag.Pos, rules.Text, []rules.Source, []rules.Term:
		return
	case rules.Condition:
		if x.Op == rules.Compare {
			addComparisonMutants(add, p, &x)
			return
		}
		if x.Op != rules.Not && len(x.Of) > 1 {
			add("all for any", func(v reflect.Value) {
				c := v.Addr().Interface().(*rules.Condition)
				c.Op = rules.All + rules.Any - c.Op
			})
		}
		of, _ := v.Type().FieldByName("Of")
		addMutants(out, p, kind+".Of", what+".Of", append(path, of.Index[0]), v.FieldByIndex(of.Index))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			addMutants(out, p, kind, what, append(path, 0), v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if name == "ID" || name == "Key" || name == "Digest" {
				continue
			}
			addMutants(out, p, kind+"."+name, what+"."+name, append(path, i), v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			name := nameEntry(v.Index(i))
			if name == "" {
				name = fmt.Sprint(i)
			}
			addMutants(out, p, kind, what+"["+name+"]", append(path, i), v.Index(i))
			at := i
			add("entry taken out", func(v reflect.Value) {
				v.Set(reflect.AppendSlice(v.Slice3(0, at, at), v.Slice(at+1, v.Len())))
			})
			if i > 0 && v.Type() != reflect.TypeFor[[]string]() {
				add("entries swapped", func(v reflect.Value) { reflect.Swapper(v.Interface())(at-1, at) })
			}
		}
	case reflect.Float64, reflect.Int:
		add("number", func(v reflect.Value) {
			if v.Kind() == reflect.Int {
				v.SetInt(v.Int() + 1)
			} else {
				v.SetFloat(v.Float()*0.5 + 0.031)
			}
		})
	case reflect.Bool:
		add("turned", func(v reflect.Value) { v.SetBool(!v.Bool()) })
	case reflect.String:
		if v.String() != "" {
			add("word", func(v reflect.Value) { v.SetString(replaceWord(v)) })
		}
	}
}

// replaceWord gives another word of the same kind: the other side, or one that is none.
func replaceWord(v reflect.Value) string {
	switch v.String() {
	case string(rules.Open):
		return string(rules.Closed)
	case string(rules.Closed):
		return string(rules.Open)
	}
	return v.String() + "_x"
}

func addComparisonMutants(add func(string, func(reflect.Value)), p *rules.Pack, c *rules.Condition) {
	change := func(do func(c *rules.Condition)) func(reflect.Value) {
		return func(v reflect.Value) { do(v.Addr().Interface().(*rules.Condition)) }
	}
	other := map[rules.Test]rules.Test{rules.Is: rules.IsNot, rules.IsNot: rules.Is, rules.IsOnly: rules.Is, rules.AtLeast: rules.AtMost, rules.AtMost: rules.AtLeast}
	add("test of a comparison", change(func(c *rules.Condition) { c.Test = other[c.Test] }))
	add("precaution of a comparison", change(func(c *rules.Condition) { c.Precaution = !c.Precaution }))
	for i := range c.Values {
		if len(c.Values) > 1 {
			add("value of a comparison taken out", change(func(c *rules.Condition) { c.Values = slices.Delete(c.Values, i, i+1) }))
		}
	}
	for _, value := range p.Fact(c.Fact).ValueIDs() {
		if !slices.Contains(c.Values, value) {
			add("value of a comparison", change(func(c *rules.Condition) { c.Values[0] = value }))
			break
		}
	}
}

// follow goes down a path.
func follow(v reflect.Value, path []int) reflect.Value {
	for _, i := range path {
		switch v.Kind() {
		case reflect.Pointer:
			v = v.Elem()
		case reflect.Struct:
			v = v.Field(i)
		default:
			v = v.Index(i)
		}
	}
	return v
}

// copyTop copies a value and the lists that stand in it, which is what a change changes.
func copyTop(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch {
	case v.Kind() == reflect.Slice && !v.IsNil():
		out.Set(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, v.Len()), v))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() && out.Field(i).Kind() == reflect.Slice {
				out.Field(i).Set(copyTop(v.Field(i)))
			}
		}
	}
	return out
}
