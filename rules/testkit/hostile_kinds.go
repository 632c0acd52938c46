package testkit

import (
	"fmt"
	"math/rand/v2"
	"testing/fstest"
)

// HostilePack gives the n-th of any number of packs that a stranger could hand over: the
// small pack with one thing, or two, that is wrong with it, too much of it or odd about
// it. The same number gives the same pack, and each kind of thing comes up once in as
// many as [HostileKinds] says. The name tells what was done.
func HostilePack(n int) (name string, files fstest.MapFS) {
	h := &hostile{rand.New(rand.NewPCG(uint64(n), 7)), FilesOfSmallPack()}
	first := hostileKinds[n%len(hostileKinds)]
	name = fmt.Sprintf("%d %s", n, first.name)
	first.do(h)
	if h.r.IntN(3) == 0 {
		second := hostileKinds[h.r.IntN(len(hostileKinds))]
		name += " and " + second.name
		second.do(h)
	}
	return name, h.files
}

// HostileKinds is how many kinds of hostile packs there are.
func HostileKinds() int { return len(hostileKinds) }

var hostileKinds = []struct {
	name string
	do   func(*hostile)
}{
	{"nothing", func(*hostile) {}},
	{"nested conditions", (*hostile).nestConditions},
	{"a chain of not", (*hostile).chainNots},
	{"a wide condition", (*hostile).widenCondition},
	{"a condition that no answer changes", (*hostile).fixCondition},
	{"a puzzle", (*hostile).addPuzzle},
	{"a circle of guards", (*hostile).circleGuards},
	{"a chain of guards", (*hostile).chainGuards},
	{"guards that read all", (*hostile).tangleGuards},
	{"null", func(h *hostile) { h.replaceValue("~") }},
	{"an odd number", (*hostile).replaceNumber},
	{"an empty list", func(h *hostile) { h.replaceList("[]") }},
	{"a doubled list", (*hostile).doubleList},
	{"another word", (*hostile).swapWords},
	{"a line less", (*hostile).dropLine},
	{"a line twice", (*hostile).repeatLine},
	{"other bytes", (*hostile).changeBytes},
	{"no file", (*hostile).dropFile},
	{"files swapped", (*hostile).swapFiles},
	{"an odd encoding", (*hostile).encodeOddly},
	{"deep nesting", (*hostile).nestDeeply},
	{"an alias bomb", (*hostile).addAliases},
	{"documents", (*hostile).addDocuments},
	{"separators", (*hostile).floodFile},
	{"an enormous word", (*hostile).addEnormousWord},
	{"many files", (*hostile).addFiles},
	{"many facts", (*hostile).addFacts},
	{"many values", (*hostile).addValues},
	{"many thresholds", (*hostile).addThresholds},
	{"many unknown names", (*hostile).addUnknownNames},
	{"many unknown keys", (*hostile).addUnknownKeys},
	{"many forms", (*hostile).addForms},
	{"many acts and bars", (*hostile).addLaw},
	{"many arguments", (*hostile).addArguments},
	{"many stray texts", (*hostile).addStrayTexts},
}
