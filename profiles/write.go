package profiles

import (
	"io"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/profiles/internal/write"
)

// Write writes a profile so that [Read] gives it back: same weights, answers,
// limits and notes. Weights that were worked out are written as what they were
// worked out from, unless they were changed since or have notes. An answer with a note is written in the long form, any
// other in the short one; priorities and facts stand in the order of the pack
// (see [WithPack]; the other options have no effect). Layers are not written:
// what came from a preset stands in the file like everything else. A note on
// something that has no answer is left out.
//
// Nothing is written that Read would refuse: the error is then a [diag.List]
// without places. Other errors are those of w. A format that is not known is
// written as YAML.
func Write(w io.Writer, p engine.Profile, f Format, opts ...LoadOption) error {
	pack := newConfig(opts).pack
	root := write.NewProfile(pack, &p)
	_, list := layer.Read(root, "", pack, nil)
	write.CheckEncoding(root, &list)
	if err := list.Err(); err != nil {
		return err
	}
	_, err := w.Write(format.Render(root, f))
	return err
}
