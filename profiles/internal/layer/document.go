package layer

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles/presets"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Read reads a whole profile without what it extends. What is odd but no
// mistake goes to warn, which may be nil.
func Read(root *tree.Node, name string, pack *rules.Pack, warn func(diag.Diagnostic)) (*Layer, diag.List) {
	ck := newChecker(pack, warn, name)
	ck.readDocument(root)
	return ck.layer, ck.list
}

// readDocument reads a whole profile.
func (ck *checker) readDocument(root *tree.Node) {
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
			if slices.Contains(SectionKeys, f.Key) {
				continue // a heading with nothing under it yet
			}
			ck.list.Add(diag.MissingValue(f.Value.At, f.Key))
			continue
		}
		ck.readTopField(f)
	}
	ck.warnUnfinished()
}

func (ck *checker) readTopField(f tree.Field) {
	switch f.Key {
	case "ajar":
	case SchemaKey:
		ck.expectKind(f.Value, tree.String, f.Key)
	case "name":
		ck.readText(f, nil)
	case "title":
		ck.layer.Title = ck.readBilingual(f)
	case "about":
		ck.layer.About = ck.readBilingual(f)
	case "rules":
		ck.readText(f, ck.checkRules)
	case "extends":
		ck.readExtends(f)
	case "review_by":
		ck.readText(f, ck.checkDate)
	case "weights_sure":
		ck.layer.Positions[f.Key] = f.At
		ck.readText(f, func(n *tree.Node) bool { return ck.checkOneOf(n, f.Key, WeightsSureWords) })
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
	case "parts":
		ck.readParts(f)
	case "limits":
		ck.readLimits(f)
	default:
		ck.reportUnknownKey(f)
	}
}

// reportUnknownKey helps those who forgot the section.
func (ck *checker) reportUnknownKey(f tree.Field) {
	switch {
	case ck.pack.Fact(f.Key) != nil:
		ck.list.Add(diag.MisplacedFact(f.At, f.Key))
	case ck.pack.Priority(f.Key) != nil:
		ck.list.Add(diag.MisplacedPriority(f.At, f.Key))
	default:
		ck.list.Add(diag.UnknownKey(f.At, f.Key).OneOf(f.Key, ProfileKeys))
	}
}

// checkVersion reports whether the file has a format that is read here.
func (ck *checker) checkVersion(n *tree.Node) bool {
	v, ok := n.Float()
	switch {
	case ok && v == FormatVersion:
		return true
	case ok && v == 0:
		ck.olderFormat = true
		ck.warn(diag.OlderFormat(n.At, n.Text))
		return true
	}
	ck.list.Add(diag.UnknownProfileFormat(n.At, showNode(n), strconv.Itoa(FormatVersion)))
	return false
}

func (ck *checker) checkDate(n *tree.Node) bool {
	if _, err := time.Parse(time.DateOnly, n.Text); err != nil {
		ck.list.Add(diag.InvalidDate(n.At, n.Text))
		return false
	}
	return true
}

// checkRules reads NAME@VERSION. Another pack than the one in use is a warning: the
// answers stand, the verdict may have moved.
func (ck *checker) checkRules(n *tree.Node) bool {
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

func (ck *checker) readExtends(f tree.Field) {
	ck.eachText(f.Value, f.Key, func(n *tree.Node) {
		name, isPreset := strings.CutPrefix(n.Text, presets.Prefix)
		switch {
		case isPreset && !slices.Contains(presets.Names(), name):
			ck.list.Add(presets.DiagnoseUnknown(n.At, name))
		case !isPreset && (name == "" || strings.ContainsAny(name, ":\\") || path.IsAbs(name)):
			ck.list.Add(diag.CannotExtendName(n.At, n.Text))
		default:
			ck.layer.Extends = append(ck.layer.Extends, Extended{n.At, name, isPreset})
		}
	})
}

func (ck *checker) readLimits(f tree.Field) {
	if !ck.expectKind(f.Value, tree.List, f.Key) {
		return
	}
	ck.layer.Positions[f.Key] = f.At
	limits := make([]engine.Limit, 0, len(f.Value.Items))
	for _, item := range f.Value.Items {
		if ck.expectKind(item, tree.Map, f.Key) {
			limits = append(limits, ck.readLimit(item))
		}
	}
	ck.layer.Limits = limits
}

func (ck *checker) readLimit(n *tree.Node) (l engine.Limit) {
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

func (ck *checker) checkOption(n *tree.Node) bool {
	ids := ck.pack.ReleaseIDs()
	if slices.Contains(ids, n.Text) {
		return true
	}
	ck.list.Add(diag.UnknownOption(n.At, n.Text).OneOf(n.Text, ids))
	return false
}
