package profiles

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// How far profiles may extend one another: in a row, and in all. The second
// bounds what a few files that name each other many times could cost.
const (
	maxDepth = 8
	maxFiles = 32
)

// reading is a file that is being read with those that led to it.
type reading struct {
	*config
	home  string   // folder of the profile, to which layers are named
	trail []string // the profile, the file that it extends, and so on
	files *int     // how many were extended so far, presets too
}

// start begins with the profile itself.
func (c *config) start(name string) *reading {
	return &reading{config: c, home: filepath.Dir(name), trail: []string{filepath.Clean(name)}, files: new(int)}
}

// file reads a text and what it extends, the weakest layer first.
func (r *reading) file(name, layerName string, data []byte, f Format) ([]*layer, diag.List) {
	root, list := parse(plain.Clean(name), data, f)
	if root == nil {
		return nil, list
	}
	ck := checker{config: r.config, out: newLayer(plain.Clean(layerName)), list: list}
	ck.document(root)
	var layers []*layer
	for _, b := range ck.extends {
		lower, more := r.base(name, b)
		ck.list.Add(more...)
		for _, l := range lower {
			delete(l.texts, "name") // whoever starts from another's answers is not that other
		}
		layers = append(layers, lower...)
	}
	return append(layers, ck.out), ck.list
}

// base reads what the file of the given name extends.
func (r *reading) base(from string, b base) ([]*layer, diag.List) {
	if *r.files >= maxFiles {
		return nil, diag.List{diag.TooManyExtendedFiles(b.at, strconv.Itoa(maxFiles))}
	}
	*r.files++
	if b.preset {
		return r.preset(b.name)
	}
	path := filepath.Join(filepath.Dir(from), filepath.FromSlash(b.name))
	if d, ok := r.refuse(path, b); ok {
		return nil, diag.List{d}
	}
	f, err := r.open(path)
	if err != nil {
		return nil, diag.List{unreadable(b, err)}
	}
	defer f.Close()
	data, err := readAll(f)
	if err != nil {
		return nil, diag.List{unreadable(b, err)}
	}
	next := *r
	next.trail = append(slices.Clip(r.trail), path)
	layerName := path
	if rel, err := filepath.Rel(r.home, path); err == nil {
		layerName = rel
	}
	return next.file(path, filepath.ToSlash(layerName), data, FormatOf(path))
}

// refuse says why a file may not be extended; ok is false if it may.
func (r *reading) refuse(path string, b base) (d diag.Diagnostic, ok bool) {
	switch i := slices.Index(r.trail, path); {
	case r.open == nil:
		return diag.CannotExtend(b.at, b.name), true
	case i >= 0:
		circle := append(slices.Clone(r.trail[i:]), path)
		return diag.CircularExtends(b.at, b.name, strings.Join(circle, " > ")), true
	case len(r.trail) > maxDepth:
		return diag.TooManyExtendedFiles(b.at, strconv.Itoa(maxDepth)), true
	}
	return diag.Diagnostic{}, false
}

// unreadable names the file as the profile does; the path that the system
// tried would only repeat it.
func unreadable(b base, err error) diag.Diagnostic {
	if errors.Is(err, ErrNotRegular) {
		return diag.NotARegularFile(b.at, b.name)
	}
	if pe := (*os.PathError)(nil); errors.As(err, &pe) {
		err = pe.Err
	}
	return diag.UnreadableExtendedFile(b.at, b.name, err.Error())
}
