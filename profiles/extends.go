package profiles

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/profiles/disk"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/profiles/presets"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// How far profiles may extend one another: in a row, and in all. The second
// bounds what a few files that name each other many times could cost.
const (
	maxExtendsDepth  = 8
	maxExtendedFiles = 32
)

// layerReader is a file that is being read with those that led to it.
type layerReader struct {
	*config
	homeFolder    string   // folder of the profile, to which layers are named
	trail         []string // the profile, the file that it extends, and so on
	extendedCount *int     // how many were extended so far, presets too
}

// newLayerReader begins with the profile itself.
func (c *config) newLayerReader(name string) *layerReader {
	return &layerReader{config: c, homeFolder: filepath.Dir(name), trail: []string{filepath.Clean(name)}, extendedCount: new(int)}
}

// readLayers reads a text and what it extends, the weakest layer first.
func (r *layerReader) readLayers(name, layerName string, data []byte, f Format) ([]*layer.Layer, diag.List) {
	root, list := format.Parse(name, data, f)
	if root == nil {
		return nil, r.explainSyntax(name, data, f, list)
	}
	own, list := layer.Read(root, layerName, r.pack, r.warn)
	list = layer.NameMissingHeadings(list, data)
	var layers []*layer.Layer
	for _, b := range own.Extends {
		lower, more := r.readExtended(name, b)
		list.Add(more...)
		for _, l := range lower {
			delete(l.Texts, "name") // whoever starts from another's answers is not that other
		}
		layers = append(layers, lower...)
	}
	return append(layers, own), list
}

// explainSyntax names the headings that are missing, if that is why a text cannot be
// read: the parser only says that it expected something else.
func (r *layerReader) explainSyntax(name string, data []byte, f Format, list diag.List) diag.List {
	if list[0].Code != diag.InvalidSyntax(diag.Pos{}, "", "").Code || f == TOML || f == JSON {
		return list
	}
	if missing := layer.FindMissingHeadings(name, data, r.pack); len(missing) > 0 {
		return missing
	}
	return list
}

// readExtended reads what the file of the given name extends.
func (r *layerReader) readExtended(from string, b layer.Extended) ([]*layer.Layer, diag.List) {
	if *r.extendedCount >= maxExtendedFiles {
		return nil, diag.List{diag.TooManyExtendedFiles(b.At, strconv.Itoa(maxExtendedFiles))}
	}
	*r.extendedCount++
	if b.IsPreset {
		return r.readPreset(b.Name)
	}
	path := filepath.Join(filepath.Dir(from), filepath.FromSlash(b.Name))
	if d, ok := r.refuseExtended(path, b); ok {
		return nil, diag.List{d}
	}
	f, err := r.open(path)
	if err != nil {
		return nil, diag.List{diagnoseUnreadable(b, err)}
	}
	defer f.Close()
	data, err := tree.ReadText(f)
	if err != nil {
		return nil, diag.List{diagnoseUnreadable(b, err)}
	}
	next := *r
	next.trail = append(slices.Clip(r.trail), path)
	layerName := path
	if rel, err := filepath.Rel(r.homeFolder, path); err == nil {
		layerName = rel
	}
	return next.readLayers(path, filepath.ToSlash(layerName), data, FormatOf(path))
}

// refuseExtended says why a file may not be extended; ok is false if it may.
func (r *layerReader) refuseExtended(path string, b layer.Extended) (d diag.Diagnostic, ok bool) {
	switch i := slices.Index(r.trail, path); {
	case r.open == nil:
		return diag.CannotExtendFile(b.At, b.Name), true
	case i >= 0:
		circle := append(slices.Clone(r.trail[i:]), path)
		return diag.CircularExtends(b.At, b.Name, strings.Join(circle, " > ")), true
	case len(r.trail) > maxExtendsDepth:
		return diag.TooManyExtendedFiles(b.At, strconv.Itoa(maxExtendsDepth)), true
	}
	return diag.Diagnostic{}, false
}

// diagnoseUnreadable names the file as the profile does; the path that the system
// tried would only repeat it.
func diagnoseUnreadable(b layer.Extended, err error) diag.Diagnostic {
	if own := (diag.Diagnostic{}); errors.As(err, &own) { // whoever opens files has reasons of its own
		own.Pos = b.At
		return own
	}
	if errors.Is(err, disk.ErrNotRegular) {
		return diag.NotARegularFile(b.At, b.Name)
	}
	return diag.UnreadableExtendedFile(b.At, b.Name, disk.Reason(err).Error())
}

// readPreset reads a preset that is there.
func (c *config) readPreset(name string) ([]*layer.Layer, diag.List) {
	data, err := presets.Source(name)
	if err != nil {
		list, _ := diag.From(err)
		return nil, list
	}
	return c.newLayerReader("").readLayers("presets/"+name+".yaml", presets.Prefix+name, data, YAML)
}
