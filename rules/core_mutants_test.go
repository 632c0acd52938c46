package rules_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

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
	packs := make(chan *rules.Pack, 4)
	for range cap(packs) {
		packs <- rules.Core().Clone()
	}
	for _, m := range mutants {
		p := <-packs
		work.Go(func() {
			undo := m.change(p)
			by, why := noticeChange(p, said), whyKept(m)
			if by == byContent && why == "" && isIdle(p) {
				why = idle
			}
			undo()
			packs <- p
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
	for range cap(packs) {
		require.Equal(t, said, listContent(<-packs), "what was changed is as it was")
	}
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

// noticeChange says what notices that a pack is not the core pack.
func noticeChange(p *rules.Pack, said string) int {
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
