package profiles

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/tree"
)

// formatVersion is the format of profile files that this program writes. It also
// reads format 0, the form of profiles before there was a number: a fact that
// is null was asked and is not known. [Migrate] brings it up to date.
const formatVersion = 1

// profileChecker turns the nodes of one document into a layer and notes every mistake.
type profileChecker struct {
	*config
	layer       *layer
	bases       []extendedProfile
	olderFormat bool // the file has format 0
	// weightsKey is the section that gives the weights, "" so far.
	weightsKey string
	list       diag.List
}

// profileKeys are the keys of a profile in the order in which they are written.
var profileKeys = slices.Concat(
	[]string{"ajar", "name", "title", "about", "rules", "extends", "review_by", "weights_sure"},
	elicit.MethodKeys(), []string{"unfinished", "facts", "limits"},
)

// readDocument reads a whole profile.
func (ck *profileChecker) readDocument(root *tree.Node) {
	if root.Kind != tree.Map {
		ck.list.Add(diag.NotAProfile(root.At))
		return
	}
	// Of a later format nothing else is known, so nothing else is judged.
	if v := root.Get("ajar"); v != nil && !ck.checkVersion(v) {
		return
	}
	for _, f := range root.Fields {
		if f.Value.Kind == tree.Null {
			ck.list.Add(diag.MissingValue(f.Value.At, f.Key))
			continue
		}
		ck.readTopField(f)
	}
	ck.warnUnfinished()
}

func (ck *profileChecker) readTopField(f tree.Field) {
	switch f.Key {
	case "ajar":
	case "name":
		ck.readText(f, nil)
	case "title":
		ck.layer.title = ck.readBilingual(f)
	case "about":
		ck.layer.about = ck.readBilingual(f)
	case "rules":
		ck.readText(f, ck.checkRules)
	case "extends":
		ck.readExtends(f)
	case "review_by":
		ck.readText(f, ck.checkDate)
	case "weights_sure":
		ck.layer.positions[f.Key] = f.At
		ck.readText(f, func(n *tree.Node) bool { return ck.checkOneOf(n, f.Key, weightsSureWords) })
	case "priorities":
		if ck.claimWeights(f) {
			ck.eachField(f, ck.readPriorityAnswer)
		}
	case elicit.ByRanking.Key(), elicit.ByPoints.Key(), elicit.ByPairs.Key(), elicit.ByBestWorst.Key():
		ck.readWeightSection(f)
	case "unfinished":
		ck.readUnfinished(f)
	case "facts":
		ck.eachField(f, ck.readFactAnswer)
	case "limits":
		ck.readLimits(f)
	default:
		ck.reportUnknownKey(f)
	}
}

// reportUnknownKey helps those who forgot the section.
func (ck *profileChecker) reportUnknownKey(f tree.Field) {
	switch {
	case ck.pack.Fact(f.Key) != nil:
		ck.list.Add(diag.MisplacedFact(f.At, f.Key))
	case ck.pack.Priority(f.Key) != nil:
		ck.list.Add(diag.MisplacedPriority(f.At, f.Key))
	default:
		ck.list.Add(diag.UnknownKey(f.At, f.Key).OneOf(f.Key, profileKeys))
	}
}

// checkVersion reports whether the file has a format that is read here.
func (ck *profileChecker) checkVersion(n *tree.Node) bool {
	v, ok := n.Float()
	switch {
	case ok && v == formatVersion:
		return true
	case ok && v == 0:
		ck.olderFormat = true
		ck.warn(diag.OlderFormat(n.At, n.Text))
		return true
	}
	ck.list.Add(diag.UnknownProfileFormat(n.At, showNode(n), strconv.Itoa(formatVersion)))
	return false
}

// readText reads a text that passes the test, if there is one.
func (ck *profileChecker) readText(f tree.Field, test func(*tree.Node) bool) {
	if ck.expectKind(f.Value, tree.String, f.Key) && (test == nil || test(f.Value)) {
		ck.layer.texts[f.Key] = f.Value.Text
	}
}

// unexpected has what is wrong with a node that is not of the kind that it
// should be.
var unexpected = map[tree.NodeKind]func(at diag.Pos, id, got string) diag.Diagnostic{
	tree.Map: diag.NotAMap, tree.List: diag.NotAList, tree.String: diag.NotText,
}

// expectKind reports whether the node is a map, a list or text, as wanted.
func (ck *profileChecker) expectKind(n *tree.Node, want tree.NodeKind, key string) bool {
	if n.Kind == want {
		return true
	}
	if n.Kind == tree.Null {
		ck.list.Add(diag.MissingValue(n.At, key))
		return false
	}
	ck.list.Add(unexpected[want](n.At, key, showNode(n)))
	return false
}

// showNode gives a value as messages show it, the same in every language.
func showNode(n *tree.Node) string {
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

// readBilingual reads one text, or one text for each language.
func (ck *profileChecker) readBilingual(f tree.Field) (t rules.Text) {
	if f.Value.Kind != tree.Map {
		if ck.expectKind(f.Value, tree.String, f.Key) {
			t = rules.Text{lang.Default: f.Value.Text}
		}
		return t
	}
	t = rules.Text{}
	for _, part := range f.Value.Fields {
		if !slices.Contains(lang.All(), part.Key) {
			ck.list.Add(diag.UnknownKey(part.At, part.Key).OneOf(part.Key, lang.All()))
			continue
		}
		if ck.expectKind(part.Value, tree.String, part.Key) {
			t[part.Key] = part.Value.Text
		}
	}
	return t
}

func (ck *profileChecker) checkDate(n *tree.Node) bool {
	if _, err := time.Parse(time.DateOnly, n.Text); err != nil {
		ck.list.Add(diag.InvalidDate(n.At, n.Text))
		return false
	}
	return true
}

// checkRules reads NAME@VERSION. Another pack than the one in use is a warning: the
// answers stand, the verdict may have moved.
func (ck *profileChecker) checkRules(n *tree.Node) bool {
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

func (ck *profileChecker) checkOneOf(n *tree.Node, key string, valid []string) bool {
	if slices.Contains(valid, n.Text) {
		return true
	}
	ck.list.Add(diag.UnknownValue(n.At, n.Text, key).OneOf(n.Text, valid))
	return false
}

// eachField goes through the answers of a section.
func (ck *profileChecker) eachField(f tree.Field, read func(tree.Field)) {
	if !ck.expectKind(f.Value, tree.Map, f.Key) {
		return
	}
	for _, item := range f.Value.Fields {
		read(item)
	}
}

// eachText reads a list of texts.
func (ck *profileChecker) eachText(n *tree.Node, key string, each func(*tree.Node)) {
	if !ck.expectKind(n, tree.List, key) {
		return
	}
	for _, item := range n.Items {
		if ck.expectKind(item, tree.String, key) {
			each(item)
		}
	}
}

// extendedProfile is another profile that this one starts from.
type extendedProfile struct {
	at       diag.Pos
	name     string
	isPreset bool
}

func (ck *profileChecker) readExtends(f tree.Field) {
	ck.eachText(f.Value, f.Key, func(n *tree.Node) {
		name, isPreset := strings.CutPrefix(n.Text, PresetPrefix)
		switch {
		case isPreset && !slices.Contains(presetNames(), name):
			ck.list.Add(diagnoseUnknownPreset(n.At, name))
		case !isPreset && (name == "" || strings.ContainsAny(name, ":\\") || path.IsAbs(name)):
			ck.list.Add(diag.CannotExtend(n.At, n.Text))
		default:
			ck.bases = append(ck.bases, extendedProfile{n.At, name, isPreset})
		}
	})
}

func (ck *profileChecker) readLimits(f tree.Field) {
	if !ck.expectKind(f.Value, tree.List, f.Key) {
		return
	}
	ck.layer.positions[f.Key] = f.At
	limits := make([]engine.Limit, 0, len(f.Value.Items))
	for _, item := range f.Value.Items {
		if ck.expectKind(item, tree.Map, f.Key) {
			limits = append(limits, ck.readLimit(item))
		}
	}
	ck.layer.limits = limits
}

func (ck *profileChecker) readLimit(n *tree.Node) (l engine.Limit) {
	for _, f := range n.Fields {
		switch f.Key {
		case "exclude":
			ck.eachText(f.Value, f.Key, func(id *tree.Node) {
				if ck.checkOption(id) {
					l.Exclude = append(l.Exclude, id.Text)
				}
			})
		case "because":
			if ck.expectKind(f.Value, tree.String, f.Key) {
				l.Because = f.Value.Text
			}
		default:
			ck.list.Add(diag.UnknownKey(f.At, f.Key).OneOf(f.Key, []string{"exclude", "because"}))
		}
	}
	ck.requireKeys(n, "exclude", "because")
	return l
}

func (ck *profileChecker) checkOption(n *tree.Node) bool {
	if ck.pack.Option(n.Text) != nil {
		return true
	}
	ck.list.Add(diag.UnknownOption(n.At, n.Text).OneOf(n.Text, ck.pack.OptionIDs()))
	return false
}

// requireKeys asks for keys that are there and not empty.
func (ck *profileChecker) requireKeys(n *tree.Node, keys ...string) {
	for _, key := range keys {
		v := n.Get(key)
		if v == nil || v.Kind == tree.String && v.Text == "" || v.Kind == tree.List && len(v.Items) == 0 {
			ck.list.Add(diag.MissingKey(n.At, key))
		}
	}
}
