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
// each change must be noticed: refused by the check of a pack or by the tests that stand
// beside the rules, and where keptMutants says why these need not see it, by the list of
// what the pack says. "make mutants-pack" changes all of them, other runs a few from all
// over the pack.
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
	counts := map[string]*noticed{} // by kind
	var work sync.WaitGroup
	rooms := make(chan struct{}, 4)
	for _, m := range mutants {
		rooms <- struct{}{}
		work.Go(func() {
			defer func() { <-rooms }()
			by, why := noticeMutant(m, said), whyKept(m)
			mu.Lock()
			defer mu.Unlock()
			kind := m.kind
			if why != "" {
				kind = "kept: " + why
			}
			if counts[kind] == nil {
				counts[kind] = new(noticed)
			}
			counts[kind][by]++
			switch {
			case by == byNothing:
				t.Errorf("nothing notices: %s, %s", m.kind, m.what)
			case by == byContent && why == "":
				t.Errorf("no test beside the rules notices: %s, %s", m.kind, m.what)
			}
		})
	}
	work.Wait()
	logNoticed(t, counts)
}

// logNoticed writes what noticed mutants, a line a kind.
func logNoticed(t *testing.T, counts map[string]*noticed) {
	t.Helper()
	var all, owed noticed
	kinds := make([]string, 0, len(counts))
	for kind := range counts {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		t.Logf("%-70s %s", kind, counts[kind])
		for by, n := range counts[kind] {
			if all[by] += n; !strings.HasPrefix(kind, "kept: ") {
				owed[by] += n
			}
		}
	}
	t.Logf("%-70s %s", "all that tests beside the rules have to notice", &owed)
	t.Logf("%-70s %s", "all", &all)
	require.NotZero(t, all.sum())
}

// noticed counts mutants by what noticed them first.
type noticed [4]int

const (
	byCheck = iota
	byTests
	byContent
	byNothing
)

func (n *noticed) sum() int { return n[byCheck] + n[byTests] + n[byContent] + n[byNothing] }

func (n *noticed) String() string {
	return fmt.Sprintf("%5d: refused %5d, by tests beside the rules %5d, by the list alone %4d, by nothing %d; by check or tests %.1f %%",
		n.sum(), n[byCheck], n[byTests], n[byContent], n[byNothing], 100*float64(n[byCheck]+n[byTests])/float64(max(1, n.sum())))
}

// coreTests are read once.
var coreTests = sync.OnceValue(func() *rules.PackTests { return rules.ReadPackTests(rules.CoreFiles()) })

func noticeMutant(m mutant, said string) int {
	p := rules.Core().Clone()
	m.change(p)
	if p.Check() != nil {
		return byCheck
	}
	if _, err := rules.RunPackTests(p, coreTests()); err != nil {
		return byTests
	}
	if listContent(p) != said {
		return byContent
	}
	return byNothing
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
