package profiles

import (
	"bytes"
	"slices"

	"github.com/ajar-decision/ajar/profiles/internal/edit"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Edit changes single answers in the text of a YAML profile and leaves every
// other byte as it is: comments, order, blank lines, quotes. A new answer comes
// last in its section. With an answer goes the comment on its line.
//
// The error is a [diag.List]: the mistakes of the text, those that it would
// have afterwards, or AJ238 if it is written in a way that is not understood
// well enough (a file that is indented as a whole, say).
func Edit(data []byte, changes []FileChange, opts ...LoadOption) ([]byte, error) {
	pack := newConfig(opts).pack
	bom := []byte("\ufeff")
	out, marked := bytes.CutPrefix(data, bom)
	root, list := tree.ParseYAML("", out)
	if root == nil {
		return nil, list
	}
	if err := checkNodes(root, pack); err != nil {
		return nil, err
	}
	for _, ch := range changes {
		var err error
		if out, err = applyChange(out, ch, pack); err != nil {
			return nil, err
		}
	}
	if marked {
		out = slices.Concat(bom, out)
	}
	return out, nil
}

// Rewrite makes the changes in the text of a profile of any format: in YAML as
// [Edit] does; other formats are written anew, with all that they say but their
// comments. Errors are those of Edit.
func Rewrite(data []byte, f Format, changes []FileChange, opts ...LoadOption) ([]byte, error) {
	if f = format.Detect(data, f); f != JSON && f != TOML {
		return Edit(data, changes, opts...)
	}
	pack := newConfig(opts).pack
	root, list := format.Parse("", data, f)
	if root == nil {
		return nil, list
	}
	for _, ch := range changes {
		if keys, with := ch.planSections(pack); keys != nil {
			root = edit.ReplaceNodeFields(root, keys, with)
			continue
		}
		section, value, err := ch.locateChange(pack, root)
		if err != nil {
			return nil, err
		}
		root = edit.ChangeNode(root, section, ch.id, value)
	}
	if err := checkNodes(root, pack); err != nil {
		return nil, err
	}
	out := format.Render(root, f)
	if after, _ := format.Parse("", out, f); after == nil || !edit.HaveSameMeaning(after, root) {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, string(f))}
	}
	return out, nil
}

// checkNodes judges a text without what it extends.
func checkNodes(root *tree.Node, pack *rules.Pack) error {
	_, list := layer.Read(root, "", pack, nil)
	return list.Err()
}

// applyChange makes one change and judges the outcome.
func applyChange(data []byte, ch FileChange, pack *rules.Pack) ([]byte, error) {
	root, list := tree.ParseYAML("", data)
	if root == nil {
		return nil, list
	}
	if keys, with := ch.planSections(pack); keys != nil {
		out, after := edit.ReplaceSections(data, root, keys, with)
		return judgeEdit(out, after, keys[0], pack)
	}
	section, value, err := ch.locateChange(pack, root)
	if err != nil {
		return nil, err
	}
	out, after := edit.SetField(data, root, section, ch.id, value)
	return judgeEdit(out, after, ch.id, pack)
}

func judgeEdit(out []byte, after *tree.Node, id string, pack *rules.Pack) ([]byte, error) {
	if after == nil {
		return nil, diag.List{diag.UnsafeEdit(diag.Pos{}, id)}
	}
	return out, checkNodes(after, pack)
}
