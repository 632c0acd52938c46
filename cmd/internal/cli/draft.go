package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"time"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// draftName stands for the draft of the working directory where a file is
// expected.
const draftName = "@draft"

// draft is the file that answers are kept in while questions are asked.
type draft struct {
	path   string
	named  bool // with -p; else the draft of the working directory
	exists bool
	when   time.Time
	// saved is what the file says.
	saved engine.Profile
	opts  []profiles.Option
}

// draft finds the file and reads it if it is there.
func (a *app) draft(named string) (*draft, error) {
	d := &draft{path: a.path(named), named: named != "", opts: []profiles.Option{profiles.WithPack(a.pack), profiles.WithWarn(a.warn)}}
	if !d.named {
		var err error
		if d.path, err = a.draftPath(); err != nil {
			return nil, err
		}
	}
	d.saved.Name = nameOf(d.path)
	if !d.named {
		d.saved.Name = nameOf(a.workDir())
	}
	info, err := os.Stat(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return d, nil
	}
	if err != nil {
		return nil, &profiles.ReadError{Name: d.path, Err: err}
	}
	d.exists, d.when = true, info.ModTime()
	d.saved, err = profiles.Load(d.path, append(d.opts, profiles.WithOpen(a.open))...)
	return d, err
}

// answers is how many answers the file holds.
func (d *draft) answers() int { return len(d.saved.Facts) + len(d.saved.Weights) }

// save keeps the answers so far. A file that a person wrote keeps its comments
// and its order; only what changed is written.
func (d *draft) save(p engine.Profile) error {
	if d.named && d.exists && profiles.FormatOf(d.path) == profiles.YAML {
		changes := changes(d.saved, p)
		if len(changes) == 0 {
			return nil
		}
		err := profiles.Update(d.path, func(old []byte) ([]byte, error) { return profiles.Edit(old, changes, d.opts...) })
		if err == nil {
			d.saved = p
		}
		return err
	}
	var b bytes.Buffer
	if err := profiles.Write(&b, p, profiles.FormatOf(d.path), d.opts...); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(d.path), 0o700); err != nil {
		return &profiles.WriteError{Name: d.path, Err: err}
	}
	err := profiles.Save(d.path, b.Bytes())
	if err == nil {
		d.saved, d.exists = p, true
	}
	return err
}

// changes lists what a profile says otherwise than before.
func changes(old, now engine.Profile) []profiles.Change {
	var out []profiles.Change
	for id, a := range now.Facts {
		if before, ok := old.Facts[id]; !ok || before != a {
			out = append(out, profiles.SetFact(id, a, now.Notes[id]))
		}
	}
	for _, id := range gone(old.Facts, now.Facts) {
		out = append(out, profiles.Remove(id))
	}
	if workedOut(old) || workedOut(now) {
		if !maps.Equal(old.Weights, now.Weights) || !reflect.DeepEqual(old.WeightsFrom, now.WeightsFrom) {
			out = append(out, profiles.SetWeights(now))
		}
		return out
	}
	for id, w := range now.Weights {
		if before, ok := old.Weights[id]; !ok || before != w {
			out = append(out, profiles.SetWeight(id, w, now.Notes[id]))
		}
	}
	for _, id := range gone(old.Weights, now.Weights) {
		out = append(out, profiles.Remove(id))
	}
	return out
}

// workedOut reports whether the weights may stand in the file as what they were
// worked out from.
func workedOut(p engine.Profile) bool {
	w, err := p.WeightsFrom.Weights()
	return err == nil && w != nil
}

func gone[V any](old, now map[string]V) []string {
	var out []string
	for id := range old {
		if _, ok := now[id]; !ok {
			out = append(out, id)
		}
	}
	return out
}

// setAside renames the draft, over no other file, and starts anew.
func (d *draft) setAside() (string, error) {
	for n := 0; ; n++ {
		aside := d.path + ".bak"
		if n > 0 {
			aside = fmt.Sprintf("%s.bak%d", d.path, n)
		}
		if _, err := os.Lstat(aside); err == nil {
			continue
		}
		if err := os.Rename(d.path, aside); err != nil {
			return "", &profiles.WriteError{Name: aside, Err: err}
		}
		d.exists, d.saved = false, engine.Profile{Name: d.saved.Name}
		return aside, nil
	}
}

// workDir is the folder that the run belongs to.
func (a *app) workDir() string {
	dir := a.Dir
	if dir == "" {
		dir = "."
	}
	if full, err := filepath.Abs(dir); err == nil {
		return full
	}
	return dir
}

// draftPath gives the draft of the working directory: a file in the user's
// state folder, named after the directory.
func (a *app) draftPath() (string, error) {
	folder, err := a.stateDir()
	if err != nil {
		return "", err
	}
	dir := a.workDir()
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(folder, fmt.Sprintf("%s-%s.yaml", filepath.Base(dir), hex.EncodeToString(sum[:4]))), nil
}

// stateDir is where programs keep what they need from one run to the next.
func (a *app) stateDir() (string, error) {
	env := settings.Env(a.Env)
	if dir := env.Get("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "ajar"), nil
	}
	home := map[string][]string{
		"windows": {env.Get("LOCALAPPDATA")},
		"darwin":  {env.Get("HOME"), "Library", "Application Support"},
	}
	parts, ok := home[runtime.GOOS]
	if !ok {
		parts = []string{env.Get("HOME"), ".local", "state"}
	}
	if !filepath.IsAbs(parts[0]) {
		return "", mistake("AJ421")
	}
	return filepath.Join(append(parts, "ajar")...), nil
}
