package rules_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// mutant is the core pack with one thing changed.
type mutant struct {
	kind, what string
	change     func(p *rules.Pack)
}

// Every number, list, condition, order and word of the core pack is changed in turn, and
// each change must be noticed: refused by the check of a pack, by the tests that stand
// beside the rules, or by the list of what the pack says. "make mutants-pack" changes
// all of them, other runs a few from all over the pack.
func TestMutantsOfTheCorePackAreNoticed(t *testing.T) {
	t.Parallel()
	mutants := listMutants(rules.Core())
	if os.Getenv("AJAR_PACK_MUTANTS") == "" {
		few := testkit.Times(30)
		for i := range few {
			mutants[i] = mutants[i*len(mutants)/few]
		}
		mutants = mutants[:few]
	}
	said := listContent(rules.Core())
	var mu sync.Mutex
	counts := map[string]*[4]int{} // per kind: all, refused, noticed by tests beside the rules, missed
	var kinds []string
	var work sync.WaitGroup
	rooms := make(chan struct{}, 4)
	for _, m := range mutants {
		rooms <- struct{}{}
		work.Go(func() {
			defer func() { <-rooms }()
			by := noticeMutant(m, said)
			mu.Lock()
			defer mu.Unlock()
			if counts[m.kind] == nil {
				counts[m.kind], kinds = new([4]int), append(kinds, m.kind)
			}
			counts[m.kind][0]++
			if by >= 0 {
				counts[m.kind][by+1]++
			}
			if by == missed {
				t.Errorf("nothing notices: %s, %s", m.kind, m.what)
			}
		})
	}
	work.Wait()
	slices.Sort(kinds)
	var all [4]int
	for _, kind := range kinds {
		n := counts[kind]
		t.Logf("%-60s %5d, refused %5d, noticed by tests beside the rules %5d", kind, n[0], n[1], n[2])
		for i := range n {
			all[i] += n[i]
		}
	}
	t.Logf("%-60s %5d, refused %5d, noticed by tests beside the rules %5d, by nothing %d", "all", all[0], all[1], all[2], all[3])
	require.NotZero(t, all[0])
}

// What notices a mutant: its index in a row of counts less one.
const (
	byContent = iota - 1
	byCheck
	byTests
	missed
)

func noticeMutant(m mutant, said string) int {
	p := rules.Core().Clone()
	m.change(p)
	if p.Check() != nil {
		return byCheck
	}
	if _, err := rules.RunPackTests(p, rules.CoreFiles()); err != nil {
		return byTests
	}
	if listContent(p) != said {
		return byContent
	}
	return missed
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
		*out = append(*out, mutant{strings.TrimPrefix(kind, ".") + ": " + how, what, func(p *rules.Pack) { change(follow(reflect.ValueOf(p).Elem(), at)) }})
	}
	switch x := v.Interface().(type) {
	case diag.Pos, rules.Text, []rules.Source, []rules.Term:
		return
	case rules.Condition:
		if x.Op == rules.Compare {
			addComparisonMutants(add, p, &x)
			return
		}
		if x.Op != rules.Not {
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
