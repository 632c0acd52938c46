package profiles

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// version is the format of profile files that this program writes. It also
// reads format 0, the form of profiles before there was a number: a fact that
// is null was asked and is not known. [Migrate] brings it up to date.
const version = 1

// checker turns the nodes of one document into a layer and notes every mistake.
type checker struct {
	*config
	out     *layer
	extends []base
	older   bool // the file has format 0
	// weightsFrom is the section that gives the weights, "" so far.
	weightsFrom string
	list        diag.List
}

// topKeys are the keys of a profile in the order in which they are written.
var topKeys = []string{
	"ajar", "name", "title", "about", "rules", "extends", "review_by", "weights_sure",
	"priorities", "ranking", "points", "pairs", "best_worst", "unfinished", "facts", "limits",
}

// document reads a whole profile.
func (ck *checker) document(root *tree.Node) {
	if root.Kind != tree.Map {
		ck.list.Add(diag.NotAProfile(root.At))
		return
	}
	// Of a later format nothing else is known, so nothing else is judged.
	if v := root.Get("ajar"); v != nil && !ck.version(v) {
		return
	}
	for _, f := range root.Fields {
		if f.Value.Kind == tree.Null {
			ck.list.Add(diag.MissingValue(f.Value.At, f.Key))
			continue
		}
		ck.topField(f)
	}
	ck.stillUnfinished()
}

func (ck *checker) topField(f tree.Field) {
	switch f.Key {
	case "ajar":
	case "name":
		ck.text(f, nil)
	case "title":
		ck.out.title = ck.bilingual(f)
	case "about":
		ck.out.about = ck.bilingual(f)
	case "rules":
		ck.text(f, ck.rules)
	case "extends":
		ck.readExtends(f)
	case "review_by":
		ck.text(f, ck.date)
	case "weights_sure":
		ck.out.at[f.Key] = f.At
		ck.text(f, func(n *tree.Node) bool { return ck.oneOf(n, f.Key, weightsSure) })
	case "priorities":
		if ck.way(f) {
			ck.each(f, ck.priorityField)
		}
	case "ranking", "points", "pairs", "best_worst":
		ck.weigh(f)
	case "unfinished":
		ck.unfinished(f)
	case "facts":
		ck.each(f, ck.factField)
	case "limits":
		ck.limits(f)
	default:
		ck.unknownKey(f)
	}
}

// unknownKey helps those who forgot the section.
func (ck *checker) unknownKey(f tree.Field) {
	switch {
	case ck.pack.Fact(f.Key) != nil:
		ck.list.Add(diag.MisplacedFact(f.At, f.Key))
	case ck.pack.Priority(f.Key) != nil:
		ck.list.Add(diag.MisplacedPriority(f.At, f.Key))
	default:
		ck.list.Add(diag.UnknownKey(f.At, f.Key).OneOf(f.Key, topKeys))
	}
}

// version reports whether the file has a format that is read here.
func (ck *checker) version(n *tree.Node) bool {
	v, ok := n.Float()
	switch {
	case ok && v == version:
		return true
	case ok && v == 0:
		ck.older = true
		ck.warn(diag.OlderFormat(n.At, n.Text))
		return true
	}
	ck.list.Add(diag.UnknownProfileFormat(n.At, shown(n), strconv.Itoa(version)))
	return false
}

// text reads a text that passes the test, if there is one.
func (ck *checker) text(f tree.Field, test func(*tree.Node) bool) {
	if ck.expect(f.Value, tree.String, f.Key) && (test == nil || test(f.Value)) {
		ck.out.texts[f.Key] = f.Value.Text
	}
}

// unexpected has what is wrong with a node that is not of the kind that it
// should be.
var unexpected = map[tree.Kind]func(at diag.Pos, id, got string) diag.Diagnostic{
	tree.Map: diag.NotAMap, tree.List: diag.NotAList, tree.String: diag.NotText,
}

// expect reports whether the node is a map, a list or text, as wanted.
func (ck *checker) expect(n *tree.Node, want tree.Kind, key string) bool {
	if n.Kind == want {
		return true
	}
	if n.Kind == tree.Null {
		ck.list.Add(diag.MissingValue(n.At, key))
		return false
	}
	ck.list.Add(unexpected[want](n.At, key, shown(n)))
	return false
}

// shown gives a value as messages show it, the same in every language.
func shown(n *tree.Node) string {
	switch n.Kind {
	case tree.Null:
		return "null"
	case tree.String:
		return `"` + n.Text + `"`
	case tree.List:
		return "[...]"
	case tree.Map:
		return "{...}"
	}
	return n.Text
}

// bilingual reads one text, or one text for each language.
func (ck *checker) bilingual(f tree.Field) (t rules.Text) {
	if f.Value.Kind != tree.Map {
		if ck.expect(f.Value, tree.String, f.Key) {
			t = rules.Text{En: f.Value.Text, Zh: f.Value.Text}
		}
		return t
	}
	keys := map[string]*string{"en": &t.En, "zh": &t.Zh}
	for _, part := range f.Value.Fields {
		to, ok := keys[part.Key]
		if !ok {
			ck.list.Add(diag.UnknownKey(part.At, part.Key).OneOf(part.Key, []string{"en", "zh"}))
			continue
		}
		if ck.expect(part.Value, tree.String, part.Key) {
			*to = part.Value.Text
		}
	}
	return t
}

func (ck *checker) date(n *tree.Node) bool {
	if _, err := time.Parse(time.DateOnly, n.Text); err != nil {
		ck.list.Add(diag.InvalidDate(n.At, n.Text))
		return false
	}
	return true
}

// rules reads NAME@VERSION. Another pack than the one in use is a warning: the
// answers stand, the verdict may have moved.
func (ck *checker) rules(n *tree.Node) bool {
	name, ver, ok := strings.Cut(n.Text, "@")
	if !ok || name == "" || ver == "" {
		ck.list.Add(diag.InvalidPackReference(n.At, n.Text))
		return false
	}
	// "core@1.2" names every 1.2.x.
	if name != ck.pack.Name || !strings.HasPrefix(ck.pack.Version+".", ver+".") {
		ck.warn(diag.OtherPackVersion(n.At, n.Text, ck.pack.Name+"@"+ck.pack.Version))
	}
	return true
}

func (ck *checker) oneOf(n *tree.Node, key string, valid []string) bool {
	if slices.Contains(valid, n.Text) {
		return true
	}
	ck.list.Add(diag.UnknownValue(n.At, n.Text, key).OneOf(n.Text, valid))
	return false
}

// each goes through the answers of a section.
func (ck *checker) each(f tree.Field, read func(tree.Field)) {
	if !ck.expect(f.Value, tree.Map, f.Key) {
		return
	}
	for _, item := range f.Value.Fields {
		read(item)
	}
}

// texts reads a list of texts.
func (ck *checker) texts(n *tree.Node, key string, each func(*tree.Node)) {
	if !ck.expect(n, tree.List, key) {
		return
	}
	for _, item := range n.Items {
		if ck.expect(item, tree.String, key) {
			each(item)
		}
	}
}

// base is another profile that this one starts from.
type base struct {
	at     diag.Pos
	name   string
	preset bool
}

func (ck *checker) readExtends(f tree.Field) {
	ck.texts(f.Value, f.Key, func(n *tree.Node) {
		name, isPreset := strings.CutPrefix(n.Text, "preset:")
		switch {
		case isPreset && !slices.Contains(presetNames(), name):
			ck.list.Add(unknownPreset(n.At, name))
		case !isPreset && (name == "" || strings.ContainsAny(name, ":\\") || path.IsAbs(name)):
			ck.list.Add(diag.CannotExtend(n.At, n.Text))
		default:
			ck.extends = append(ck.extends, base{n.At, name, isPreset})
		}
	})
}

func (ck *checker) limits(f tree.Field) {
	if !ck.expect(f.Value, tree.List, f.Key) {
		return
	}
	ck.out.at[f.Key] = f.At
	limits := make([]engine.Limit, 0, len(f.Value.Items))
	for _, item := range f.Value.Items {
		if ck.expect(item, tree.Map, f.Key) {
			limits = append(limits, ck.limit(item))
		}
	}
	ck.out.limits = limits
}

func (ck *checker) limit(n *tree.Node) (l engine.Limit) {
	for _, f := range n.Fields {
		switch f.Key {
		case "exclude":
			ck.texts(f.Value, f.Key, func(id *tree.Node) {
				if ck.option(id) {
					l.Exclude = append(l.Exclude, id.Text)
				}
			})
		case "because":
			if ck.expect(f.Value, tree.String, f.Key) {
				l.Because = f.Value.Text
			}
		default:
			ck.list.Add(diag.UnknownKey(f.At, f.Key).OneOf(f.Key, []string{"exclude", "because"}))
		}
	}
	ck.required(n, "exclude", "because")
	return l
}

func (ck *checker) option(n *tree.Node) bool {
	if ck.pack.Option(n.Text) != nil {
		return true
	}
	ck.list.Add(diag.UnknownOption(n.At, n.Text).OneOf(n.Text, ck.pack.OptionIDs()))
	return false
}

// required asks for keys that are there and not empty.
func (ck *checker) required(n *tree.Node, keys ...string) {
	for _, key := range keys {
		v := n.Get(key)
		if v == nil || v.Kind == tree.String && v.Text == "" || v.Kind == tree.List && len(v.Items) == 0 {
			ck.list.Add(diag.MissingKey(n.At, key))
		}
	}
}
