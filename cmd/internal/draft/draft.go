// Package draft keeps answers in a file while questions are asked: each is saved
// when it is given, beside what others wrote into the file meanwhile.
package draft

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/form"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Name stands for the draft of the working directory where a file is
// expected.
const Name = "@draft"

// Draft is the file that answers are kept in while questions are asked.
type Draft struct {
	Path    string
	Named   bool // by a person; else the draft of the working directory
	Exists  bool
	SavedAt time.Time
	Saved   engine.Profile // what the file says
	opts    []profiles.LoadOption
}

// Place is where a run finds its drafts.
type Place struct {
	Pack  *rules.Pack
	Files *files.Files
	Env   settings.Env
	Warn  func(diag.Diagnostic)
}

// Open finds the file and reads it if it is there; named is the file that a person
// asked for, "" the draft of the working directory. What is unfinished is taken up
// by its method, so it is not warned of.
func (p *Place) Open(named string, method elicit.Method) (*Draft, error) {
	d := &Draft{Path: p.Files.Resolve(named), Named: named != "", opts: []profiles.LoadOption{profiles.WithPack(p.Pack), profiles.WithOpen(p.Files.Open)}}
	if !d.Named {
		var err error
		if d.Path, err = p.Path(); err != nil {
			return nil, err
		}
	}
	p.Files.MarkRead(d.Path)
	d.Saved.Name = form.NameAfter(d.Path)
	if !d.Named {
		d.Saved.Name = form.NameAfter(p.Files.WorkDir())
	}
	info, err := os.Stat(d.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return d, nil
	}
	if err != nil {
		return nil, d.describeSaveError(&profiles.ReadError{Name: d.Path, Err: err})
	}
	d.Exists, d.SavedAt = true, info.ModTime()
	d.Saved, err = profiles.Load(d.Path, append(d.opts, profiles.WithWarn(func(w diag.Diagnostic) {
		if w.Code != "AJ249" && (w.Code != "AJ248" || w.Args["method"] != string(method)) {
			p.Warn(w)
		}
	}))...)
	return d, err
}

// CountAnswers is how many answers the file holds.
func (d *Draft) CountAnswers() int {
	return len(d.Saved.Facts) + len(d.Saved.Weights) + len(d.Saved.Ranges)
}

// CheckWritable makes sure, before anything is asked, that answers can be kept.
func (d *Draft) CheckWritable() error {
	err := d.makeFolder()
	if err == nil {
		err = profiles.CanSave(d.Path)
	}
	return d.describeSaveError(err)
}

// describeSaveError says of the draft of a folder where it should be kept and what else a
// person can do.
func (d *Draft) describeSaveError(err error) error {
	if system := (*fs.PathError)(nil); !d.Named && errors.As(err, &system) {
		return diag.UnwritableDraftFolder(diag.Pos{}, filepath.Dir(d.Path), system.Err.Error())
	}
	return err
}

// makeFolder makes the folder of drafts; that of a named file is a person's matter.
func (d *Draft) makeFolder() error {
	if d.Named {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(d.Path), 0o700); err != nil {
		return &profiles.WriteError{Name: d.Path, Err: err}
	}
	return nil
}

// Save keeps the answers so far. Only what changed is written, so that a file that a
// person wrote keeps its comments and its order. If somebody else changed answers in it
// since it was last read or written, nothing is written: what they did comes back, and
// the caller saves again once it knows what to do with it.
func (d *Draft) Save(p engine.Profile) (*session.Meanwhile, error) {
	if err := d.makeFolder(); err != nil {
		return nil, err
	}
	var meanwhile *session.Meanwhile
	said, exists := d.Saved, d.Exists
	err := profiles.Update(d.Path, func(old []byte) (out []byte, err error) {
		meanwhile, said = nil, d.Saved
		if old != nil {
			if said, err = d.read(old); err != nil {
				return nil, err
			}
			if !sameAnswers(d.Saved, said) {
				meanwhile = &session.Meanwhile{Before: d.Saved, Now: said}
				return old, nil
			}
		}
		exists = true
		if out, err = d.mergeAnswers(old, p); err == nil {
			said, err = d.read(out)
		}
		return out, err
	})
	if err == nil {
		d.Saved, d.Exists = said, exists
	}
	return meanwhile, err
}

// read reads what the file says.
func (d *Draft) read(text []byte) (engine.Profile, error) {
	return profiles.Read(bytes.NewReader(text), d.Path, profiles.FormatOf(d.Path), d.opts...)
}

// mergeAnswers is what the file should say; old is what it says, nil if it is not there.
func (d *Draft) mergeAnswers(old []byte, p engine.Profile) ([]byte, error) {
	format := profiles.FormatOf(d.Path)
	if old == nil {
		var b bytes.Buffer
		err := profiles.Write(&b, p, format, d.opts...)
		return b.Bytes(), err
	}
	if changes := collectFileChanges(d.Saved, p); len(changes) > 0 {
		return profiles.Rewrite(old, format, changes, d.opts...)
	}
	return old, nil
}

// SetAside renames the draft, over no other file, and starts anew.
func (d *Draft) SetAside() (string, error) {
	for n := 0; ; n++ {
		aside := d.Path + ".bak"
		if n > 0 {
			aside = fmt.Sprintf("%s.bak%d", d.Path, n)
		}
		if _, err := os.Lstat(aside); err == nil {
			continue
		}
		if err := os.Rename(d.Path, aside); err != nil {
			return "", &profiles.WriteError{Name: aside, Err: err}
		}
		d.Exists, d.Saved = false, engine.Profile{Name: d.Saved.Name}
		return aside, nil
	}
}

// Path gives the draft of the working directory: a file in the user's
// state folder, named after the directory.
func (p *Place) Path() (string, error) {
	folder, err := stateDir(p.Env)
	if err != nil {
		return "", err
	}
	dir := p.Files.WorkDir()
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(folder, fmt.Sprintf("%s-%s.yaml", filepath.Base(dir), hex.EncodeToString(sum[:4]))), nil
}
