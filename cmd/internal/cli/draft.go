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
	"slices"
	"time"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// draftName stands for the draft of the working directory where a file is
// expected.
const draftName = "@draft"

// draft is the file that answers are kept in while questions are asked.
type draft struct {
	path    string
	named   bool // with -p; else the draft of the working directory
	exists  bool
	savedAt time.Time
	// saved is what the file says.
	saved engine.Profile
	opts  []profiles.LoadOption
}

// openDraft finds the file and reads it if it is there. What is unfinished is
// gone on with by its method, so it is not warned of.
func (a *app) openDraft(named string, method elicit.Method) (*draft, error) {
	d := &draft{path: a.files.Resolve(named), named: named != "", opts: []profiles.LoadOption{profiles.WithPack(a.pack), profiles.WithOpen(a.files.Open)}}
	if !d.named {
		var err error
		if d.path, err = a.draftPath(); err != nil {
			return nil, err
		}
	}
	d.saved.Name = nameProfileAfter(d.path)
	if !d.named {
		d.saved.Name = nameProfileAfter(a.files.WorkDir())
	}
	info, err := os.Stat(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return d, nil
	}
	if err != nil {
		return nil, d.describeSaveError(&profiles.ReadError{Name: d.path, Err: err})
	}
	d.exists, d.savedAt = true, info.ModTime()
	d.saved, err = profiles.Load(d.path, append(d.opts, profiles.WithWarn(func(w diag.Diagnostic) {
		if w.Code != "AJ249" && (w.Code != "AJ248" || w.Args["method"] != string(method)) {
			a.writeWarning(w)
		}
	}))...)
	return d, err
}

// countAnswers is how many answers the file holds.
func (d *draft) countAnswers() int { return len(d.saved.Facts) + len(d.saved.Weights) }

// checkWritable makes sure, before anything is asked, that answers can be kept.
func (d *draft) checkWritable() error {
	err := d.makeFolder()
	if err == nil {
		err = profiles.CanSave(d.path)
	}
	return d.describeSaveError(err)
}

// describeSaveError says of the draft of a folder where it should be kept and what else a
// person can do.
func (d *draft) describeSaveError(err error) error {
	if system := (*fs.PathError)(nil); !d.named && errors.As(err, &system) {
		return diag.UnwritableDraftFolder(diag.Pos{}, filepath.Dir(d.path), system.Err.Error())
	}
	return err
}

// makeFolder makes the folder of drafts; that of a named file is a person's matter.
func (d *draft) makeFolder() error {
	if d.named {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(d.path), 0o700); err != nil {
		return &profiles.WriteError{Name: d.path, Err: err}
	}
	return nil
}

// How often and how long to wait for another program that writes the file.
const (
	maxSaveTries = 100
	saveWait     = 10 * time.Millisecond
)

// saveAnswers keeps the answers so far. Only what changed is written: the answers of
// someone else who answers at the same time stay, and a file that a person wrote
// keeps its comments and its order.
func (d *draft) saveAnswers(p engine.Profile) error {
	if err := d.makeFolder(); err != nil {
		return err
	}
	var err error
	for range maxSaveTries {
		err = profiles.Update(d.path, func(old []byte) ([]byte, error) { return d.mergeAnswers(old, p) })
		if !errors.Is(err, profiles.ErrChanged) && !errors.Is(err, profiles.ErrBusy) {
			break
		}
		time.Sleep(saveWait)
	}
	if err == nil {
		d.saved, d.exists = p, true
	}
	return err
}

// mergeAnswers is what the file should say; old is what it says, nil if it is not there.
func (d *draft) mergeAnswers(old []byte, p engine.Profile) ([]byte, error) {
	format := profiles.FormatOf(d.path)
	if old == nil {
		var b bytes.Buffer
		err := profiles.Write(&b, p, format, d.opts...)
		return b.Bytes(), err
	}
	if err := d.refuseMixedWeights(old, p); err != nil {
		return nil, err
	}
	if changes := collectFileChanges(d.saved, p); len(changes) > 0 {
		return profiles.Rewrite(old, format, changes, d.opts...)
	}
	return old, nil
}

// refuseMixedWeights refuses to put weights beside those of someone else if either were
// worked out: they mean something only among themselves.
func (d *draft) refuseMixedWeights(old []byte, p engine.Profile) error {
	if sameWeights(d.saved, p) {
		return nil
	}
	now, err := profiles.Read(bytes.NewReader(old), d.path, profiles.FormatOf(d.path), d.opts...)
	if err != nil {
		return err
	}
	whole := func(p engine.Profile) bool {
		return hasDerivedWeights(p) || p.Unfinished.Pairs != nil || p.Unfinished.BestWorst != nil
	}
	if !sameWeights(now, d.saved) && (whole(now) || whole(p)) {
		return diag.WeightsChanged(diag.Pos{File: plain.Clean(d.path)})
	}
	return nil
}

func sameWeights(a, b engine.Profile) bool {
	return maps.Equal(a.Weights, b.Weights) && reflect.DeepEqual(a.WeightsFrom, b.WeightsFrom) && reflect.DeepEqual(a.Unfinished, b.Unfinished)
}

// collectFileChanges lists what a profile says otherwise than before.
func collectFileChanges(old, now engine.Profile) []profiles.FileChange {
	var out []profiles.FileChange
	for _, id := range slices.Sorted(maps.Keys(now.Facts)) {
		if before, ok := old.Facts[id]; !ok || before != now.Facts[id] {
			out = append(out, profiles.SetFact(id, now.Facts[id], now.Notes[id]))
		}
	}
	for _, id := range findRemovedKeys(old.Facts, now.Facts) {
		out = append(out, profiles.Remove(id))
	}
	if !reflect.DeepEqual(old.Unfinished, now.Unfinished) {
		out = append(out, profiles.SetUnfinished(now))
	}
	if hasDerivedWeights(old) || hasDerivedWeights(now) {
		if !maps.Equal(old.Weights, now.Weights) || !reflect.DeepEqual(old.WeightsFrom, now.WeightsFrom) {
			out = append(out, profiles.SetWeights(now))
		}
		return out
	}
	for _, id := range slices.Sorted(maps.Keys(now.Weights)) {
		if before, ok := old.Weights[id]; !ok || before != now.Weights[id] {
			out = append(out, profiles.SetWeight(id, now.Weights[id], now.Notes[id]))
		}
	}
	for _, id := range findRemovedKeys(old.Weights, now.Weights) {
		out = append(out, profiles.Remove(id))
	}
	return out
}

// hasDerivedWeights reports whether the weights were worked out from something,
// so that they mean something only among themselves.
func hasDerivedWeights(p engine.Profile) bool {
	w, err := p.WeightsFrom.Weights()
	return err == nil && w != nil
}

func findRemovedKeys[V any](old, now map[string]V) []string {
	var out []string
	for _, id := range slices.Sorted(maps.Keys(old)) {
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

// draftPath gives the draft of the working directory: a file in the user's
// state folder, named after the directory.
func (a *app) draftPath() (string, error) {
	folder, err := a.stateDir()
	if err != nil {
		return "", err
	}
	dir := a.files.WorkDir()
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
		return "", diag.NoDraftFolder(diag.Pos{})
	}
	return filepath.Join(append(parts, "ajar")...), nil
}
