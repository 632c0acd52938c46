package rules

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/pattern"
	"github.com/ajar-decision/ajar/rules/plain"
)

type packChecker struct {
	list       *diag.List
	pack       *Pack
	facts      map[string]*Fact
	pulls      map[string]Stance // of priorities
	arguments  map[string]*Argument
	sources    map[string]bool
	components map[string]bool
	acts       map[string]bool
	kinds      map[string]bool // of parts
	dimensions map[string]bool
	bars       map[string]bool
	licences   map[string]Advice // what kind of release they make
	scopes     map[string]bool   // what advice can be meant for
}

var (
	plainID  = pattern.New(`^[a-z][a-z0-9_]*$`)
	dottedID = pattern.New(`^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$`)
	month    = pattern.New(`^[0-9]{4}-(0[1-9]|1[0-2])$`)
)

func (c *packChecker) requireInRange(at diag.Pos, what string, x float64, ok bool, wanted string) {
	if !ok || math.IsNaN(x) || math.IsInf(x, 0) {
		c.list.Add(diag.PackNumberOutOfRange(at, what, plain.Number(x), wanted))
	}
}

func (c *packChecker) requireSources(at diag.Pos, ids []string) {
	for _, id := range ids {
		requireKnown(c, at, "source", id, c.sources)
	}
}

// requireSomeSource refuses numbers of which nobody can say where they come from.
func (c *packChecker) requireSomeSource(at diag.Pos, id string, sources []string) {
	if len(sources) == 0 {
		c.list.Add(diag.InvalidPackNoSource(at, id))
	}
}

func (c *packChecker) refuseNegative(at diag.Pos, what string, got int) {
	if got < 0 {
		c.list.Add(diag.InvalidPackNegative(at, what, strconv.Itoa(got)))
	}
}

func requireKnown[V any](c *packChecker, at diag.Pos, kind, id string, set map[string]V) {
	if _, ok := set[id]; ok {
		return
	}
	mistake := diag.UndefinedPackID(at, kind, id)
	if !c.list.IsLong() {
		mistake = mistake.OneOf(id, sortedKeys(set))
	}
	c.list.Add(mistake)
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// checkCondition checks that every comparison is one that can hold.
func (c *packChecker) checkCondition(cond *Condition, prudent bool) {
	cond.eachComparison(func(leaf *Condition) {
		f, ok := c.facts[leaf.Fact]
		if !ok {
			requireKnown(c, leaf.At, "fact", leaf.Fact, c.facts)
			return
		}
		if leaf.Precaution && !prudent {
			c.list.Add(diag.InvalidPackNoPrecaution(leaf.At))
		}
		order := leaf.Test == AtLeast || leaf.Test == AtMost
		if order && f.Type != OrderedFact && f.Type != NumberFact {
			c.list.Add(diag.UnorderedFact(leaf.At, f.ID, string(leaf.Test)))
		}
		if leaf.Test == IsOnly && f.Type != SetFact {
			c.list.Add(diag.InvalidPackOnlyWithoutSet(leaf.At, f.ID))
		}
		if (order || leaf.Test == IsOnly) && len(leaf.Values) != 1 {
			c.list.Add(diag.InvalidPackOneValue(leaf.At, string(leaf.Test)))
		}
		for _, v := range leaf.Values {
			c.checkComparedValue(leaf, f, v, order)
		}
	})
}

func (c *packChecker) checkComparedValue(leaf *Condition, f *Fact, v string, order bool) {
	if f.Type != NumberFact {
		if ids := f.ValueIDs(); !slices.Contains(ids, v) {
			c.list.Add(diag.UnknownPackValue(leaf.At, v, f.ID).OneOf(v, ids))
		}
		return
	}
	x, err := strconv.ParseFloat(v, 64)
	c.requireInRange(leaf.At, f.ID, x, err == nil && x >= f.Min && x <= f.Max && order, "at_least or at_most a number of its range")
}
