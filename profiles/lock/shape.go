package lock

import (
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// shape says what may stand at one place of a lock file.
type shape struct {
	kind   tree.NodeKind
	orNull bool
	keys   []key  // of a map whose keys are known
	each   *shape // of a list, and of a map whose keys are names
	// check judges a value that has the kind; key is what it stands under.
	check func(n *tree.Node, key string) (d diag.Diagnostic, wrong bool)
}

// key is one key of a map; since is the format that requires it, 0 for none.
type key struct {
	name  string
	since int
	shape *shape
}

// The most that a name or an answer of a pack is long, in bytes.
const maxNameLength = 1000

// lockShape is that of a whole lock file, of the second format and of the first.
var lockShape = sync.OnceValue(func() *shape {
	text := &shape{kind: tree.String}
	name := &shape{kind: tree.String, check: checkName}
	names := &shape{kind: tree.List, each: name}
	answers := &shape{kind: tree.Map, each: name}
	weight := &shape{kind: tree.Number, check: checkNumber(0, 10)}
	stance := &shape{kind: tree.String, check: checkWord(rules.WordsOf(engine.Stances()))}
	sure := &shape{kind: tree.String, check: checkWord(append(rules.WordsOf(engine.WeightSurenesses()), ""))}
	lean := &shape{kind: tree.Number, orNull: true, check: checkNumber(-1, 1)}
	part := &shape{kind: tree.Map, keys: []key{{"facts", 1, answers}, {"like", 1, text}}}
	return &shape{kind: tree.Map, keys: []key{
		{"answers", 1, &shape{kind: tree.Map, keys: []key{
			{"excluded", 1, names}, {"facts", 1, answers}, {"parts", 0, &shape{kind: tree.Map, each: part}},
			{"priorities", 1, &shape{kind: tree.Map, each: weight}},
			{"ranges", 0, &shape{kind: tree.Map, each: &shape{kind: tree.List, each: weight, check: checkRange}}},
			{"weights_sure", 1, sure},
		}}},
		{"conditions", 2, names},
		{"dimensions", 1, &shape{kind: tree.Map, each: lean}},
		{"environment", 0, answers},
		{"profile", 1, &shape{kind: tree.Map, keys: []key{{"digest", 1, text}, {"file", 0, text}, {"name", 1, text}}}},
		{"ready", 2, &shape{kind: tree.Bool, orNull: true}},
		{"rules", 1, &shape{kind: tree.Map, keys: []key{{"digest", 1, text}, {"name", 1, text}, {"version", 0, text}}}},
		{"schema", 1, text},
		{"today", 2, &shape{kind: tree.Map, orNull: true, keys: []key{{"form", 1, text}, {"option", 1, text}, {"stance", 1, stance}}}},
		{"verdict", 1, &shape{kind: tree.Map, keys: []key{{"form", 0, text}, {"option", 1, text}, {"split", 1, text}, {"stance", 1, stance}}}},
	}}
})

// judge adds all that is wrong with a value in a lock file of a format.
func (s *shape) judge(n *tree.Node, under string, format int, list *diag.List) {
	switch {
	case n.Kind == tree.Null && s.orNull:
		return
	case n.Kind != s.kind:
		list.Add(diag.NotALockKind(n.At, n.Kind.String(), under, s.kind.String()))
		return
	}
	if s.check != nil {
		if d, wrong := s.check(n, under); wrong {
			list.Add(d)
			return
		}
	}
	for _, item := range n.Items {
		s.each.judge(item, under, format, list)
	}
	if s.each != nil {
		for _, f := range n.Fields {
			if d, wrong := checkName(&tree.Node{At: f.At, Text: f.Key}, under); wrong {
				list.Add(d)
			}
			s.each.judge(f.Value, f.Key, format, list)
		}
		return
	}
	s.judgeKeys(n, format, list)
}

// judgeKeys judges a map whose keys are known.
func (s *shape) judgeKeys(n *tree.Node, format int, list *diag.List) {
	var known, missing []string
	for _, k := range s.keys {
		known = append(known, k.name)
		if k.since > 0 && k.since <= format && n.Get(k.name) == nil {
			missing = append(missing, k.name)
		}
	}
	if len(missing) > 0 {
		list.Add(diag.NotALockMissing(n.At, strings.Join(missing, ", ")))
	}
	for _, f := range n.Fields {
		i := slices.Index(known, f.Key)
		if i < 0 {
			list.Add(diag.NotALockKey(f.At, f.Key).OneOf(f.Key, known))
			continue
		}
		s.keys[i].shape.judge(f.Value, f.Key, format, list)
	}
}

// checkName judges an id, a value or the name of a variable. Whether the rules know it is
// no matter: a lock may be older than they are.
func checkName(n *tree.Node, under string) (d diag.Diagnostic, wrong bool) {
	wrong = n.Text == "" || len(n.Text) > maxNameLength || plain.Clean(n.Text) != n.Text
	return diag.NotALockName(n.At, under, cutName(n.Text)), wrong
}

// cutName keeps messages short.
func cutName(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func checkNumber(low, high float64) func(*tree.Node, string) (diag.Diagnostic, bool) {
	return func(n *tree.Node, under string) (diag.Diagnostic, bool) {
		x, ok := n.Float()
		return diag.NotALockNumber(n.At, cutName(n.Text), under, plain.Number(low), plain.Number(high)), !ok || x < low || x > high
	}
}

func checkWord(valid []string) func(*tree.Node, string) (diag.Diagnostic, bool) {
	return func(n *tree.Node, under string) (diag.Diagnostic, bool) {
		return diag.NotALockWord(n.At, cutName(n.Text), under).OneOf(n.Text, valid), !slices.Contains(valid, n.Text)
	}
}

func checkRange(n *tree.Node, under string) (d diag.Diagnostic, wrong bool) {
	if wrong = len(n.Items) != 2; !wrong {
		low, lowOK := n.Items[0].Float()
		high, highOK := n.Items[1].Float()
		wrong = lowOK && highOK && low > high // what is no number is told beside
	}
	return diag.NotALockRange(n.At, under), wrong
}
