// Package lock keeps a verdict beside a profile, so that a check can tell when
// it moved, and whether the answers or the rules moved it.
//
// A lock file holds the verdict, the lean of each dimension, digests of the
// profile and of the rules, and the answers, to name what changed. The same
// recommendation gives the same bytes: keys are sorted, numbers are rounded,
// there is no time in it. [Of] makes a lock, [Lock.Marshal] writes and [Parse]
// reads it, [Compare] says what changed and why.
//
// The package decides nothing and reads no file.
package lock

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/pattern"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Schema names the format of lock files that this program writes. It reads those of
// the first format too, which say nothing of what may be done today.
const Schema = "ajar.lock/2"

const firstSchema = "ajar.lock/1"

// Lock is what a lock file says. Fields stand in the order of their keys.
type Lock struct {
	Answers Answers `json:"answers"`
	// Conditions are the bars that hold the release back, by id, those to be told
	// first before.
	Conditions []string `json:"conditions"`
	// Dimensions gives the lean of each dimension from -1 (closed) to 1 (open),
	// rounded to three decimals; nil if nothing counts there.
	Dimensions map[string]*float64 `json:"dimensions"`
	// Environment names the variables that gave answers, by the id of the answer: what the
	// profile alone does not say.
	Environment map[string]string `json:"environment,omitempty"`
	Profile     ProfileRef        `json:"profile"`
	// Ready says that nothing holds the release back; nil if the lock does not know.
	Ready  *bool  `json:"ready"`
	Rules  Ref    `json:"rules"`
	Schema string `json:"schema"`
	// Today is what may be done now; nil if the lock does not know.
	Today   *engine.Release `json:"today"`
	Verdict engine.Verdict  `json:"verdict"`
}

// isSameAdvice reports whether two verdicts say the same. A lock that does not name the
// form says it of the option and of its split.
func isSameAdvice(a, b engine.Verdict) bool {
	if a.Form == "" || b.Form == "" {
		a.Form, b.Form = "", ""
	}
	return a == b
}

// isSameVerdict reports whether two locks say the same of what is advised, and of
// what may be done now as far as both know.
func (l *Lock) isSameVerdict(o *Lock) bool {
	return isSameAdvice(l.Verdict, o.Verdict) && isSameIfKnown(l.Ready, o.Ready) && isSameIfKnown(l.Today, o.Today)
}

func isSameIfKnown[T comparable](a, b *T) bool { return a == nil || b == nil || *a == *b }

// Answers is what the verdict rests on.
type Answers struct {
	Excluded   []string               `json:"excluded"`        // options ruled out by the owner, sorted
	Facts      map[string]string      `json:"facts"`           // a value, "unknown" or "na"
	Parts      map[string]PartAnswers `json:"parts,omitempty"` // parts that the owner names
	Priorities map[string]float64     `json:"priorities"`
	// Ranges are priorities whose weight is not settled on one number.
	Ranges      map[string]engine.WeightRange `json:"ranges,omitempty"`
	WeightsSure engine.WeightSureness         `json:"weights_sure"`
}

// PartAnswers is a part that the owner names.
type PartAnswers struct {
	Facts map[string]string `json:"facts"` // as those of the whole
	Like  string            `json:"like"`
}

// Ref names a pack. Digest is over the meaning.
type Ref struct {
	Digest  string `json:"digest"`
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
}

// ProfileRef names a profile. Digest is over the meaning.
type ProfileRef struct {
	Digest string `json:"digest"`
	// File is the name of the profile's file without its folder; "" if it was none, or
	// the lock was written before there was this key.
	File string `json:"file,omitempty"`
	Name string `json:"name"`
}

func describeUnknownStance(s engine.Stance) string { return fmt.Sprintf("%q is no stance", string(s)) }

// Path gives the name of the lock file of a profile: release.ajar.lock.json
// beside release.ajar.yaml.
func Path(profile string) string {
	return strings.TrimSuffix(profile, filepath.Ext(profile)) + ".lock.json"
}

// FromRecommendation makes the lock of a recommendation, nil of none.
func FromRecommendation(r *engine.Recommendation) *Lock {
	if r == nil {
		return nil
	}
	ready, today := r.Ready, r.Today
	l := &Lock{
		Schema:     Schema,
		Profile:    ProfileRef{Name: r.Profile.Name, Digest: r.Profile.Digest()},
		Rules:      Ref{Name: r.Rules.Name, Version: r.Rules.Version, Digest: r.Rules.Digest},
		Verdict:    r.Verdict,
		Dimensions: map[string]*float64{},
		Answers:    collectAnswers(&r.Profile),
		Ready:      &ready,
		Today:      &today,
		Conditions: []string{},
	}
	for i := range r.Conditions {
		l.Conditions = append(l.Conditions, r.Conditions[i].ID)
	}
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		l.Dimensions[d.ID] = nil
		if d.Importance > 0 && !math.IsNaN(d.Lean.Nominal) {
			lean := math.Round(d.Lean.Nominal*1000)/1000 + 0 // +0 turns -0 into 0
			l.Dimensions[d.ID] = &lean
		}
	}
	return l
}

func collectAnswers(p *engine.Profile) Answers {
	a := Answers{Facts: map[string]string{}, Priorities: map[string]float64{}, Excluded: []string{}, WeightsSure: p.WeightsSure}
	for id, answer := range p.Facts {
		a.Facts[id] = answer.String()
	}
	a.addParts(p.Parts)
	for id, w := range p.Weights {
		a.addWeight(id, w)
	}
	for id, r := range p.Ranges {
		a.addRange(id, r)
	}
	for _, l := range p.Limits {
		a.Excluded = append(a.Excluded, l.Exclude...)
	}
	slices.Sort(a.Excluded)
	a.Excluded = slices.Compact(a.Excluded)
	return a
}

// addWeight adds a weight as it is read, so that what is one weight gives one lock.
func (a *Answers) addWeight(id string, w float64) { a.Priorities[id] = engine.RoundWeight(w) }

// addRange adds a range; one from a weight to itself is that weight.
func (a *Answers) addRange(id string, r engine.WeightRange) {
	if !r.IsWide() {
		a.addWeight(id, r.Low)
		return
	}
	if a.Ranges == nil {
		a.Ranges = map[string]engine.WeightRange{}
	}
	a.Ranges[id] = r.Rounded()
}

// addParts adds the parts that the owner names; without any there is no key for them.
func (a *Answers) addParts(parts []engine.Part) {
	for i := range parts {
		p := PartAnswers{Facts: map[string]string{}, Like: parts[i].Like}
		for id, answer := range parts[i].Facts {
			p.Facts[id] = answer.String()
		}
		if a.Parts == nil {
			a.Parts = map[string]PartAnswers{}
		}
		a.Parts[parts[i].ID] = p
	}
}

// parseAnswer reads an answer as a lock keeps it.
func parseAnswer(text string) engine.Answer {
	switch text {
	case engine.Unknown.String():
		return engine.Unknown
	case engine.NotApplicable.String():
		return engine.NotApplicable
	}
	return engine.Value(text)
}

// Marshal gives the text of the lock file. It is nil for a lock that no recommendation
// made and that has a number which is none.
func (l *Lock) Marshal() []byte {
	data, err := plain.EncodeJSON(l)
	if err != nil {
		return nil
	}
	return data
}

// Parse reads a lock file; the name stands in diagnostics. The error is a
// [diag.List] with the places of all mistakes: AJ011, AJ012, AJ017, AJ018, AJ019,
// AJ021 no text of ours, AJ250 no lock file or one that says what cannot be, AJ251 a format that
// this program does not know.
func Parse(name string, data []byte) (*Lock, error) {
	root, list := format.Parse(name, data, format.JSON)
	if root == nil {
		for i, d := range list {
			switch d.Code {
			case diag.InvalidSyntax(diag.Pos{}, "", "").Code:
				list[i] = diag.NotALockSyntax(d.Pos, d.Args["problem"])
			case diag.EmptyFile(diag.Pos{}).Code:
				list[i] = diag.NotALockEmpty(d.Pos)
			}
		}
		return nil, list
	}
	number, list := findFormat(root)
	if list == nil {
		lockShape().judge(root, "", number, &list)
	}
	if list != nil {
		return nil, list
	}
	var l Lock
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &l); err != nil {
		return nil, diag.List{diag.NotALockSyntax(diag.Pos{File: name}, err.Error())}
	}
	return &l, nil
}

// findFormat gives the number of the format that a file says it has.
func findFormat(root *tree.Node) (number int, list diag.List) {
	schema := root.Get("schema") // nil also if it is no map
	switch {
	case schema == nil:
		return 0, diag.List{diag.NotALockMissing(root.At, "schema")}
	case schema.Kind != tree.String:
		return 0, diag.List{diag.NotALockKind(schema.At, schema.Kind.String(), "schema", tree.String.String())}
	case schema.Text == firstSchema:
		return 1, nil
	case schema.Text == Schema:
		return 2, nil
	}
	return 0, diag.List{diag.UnknownLockFormat(schema.At, schema.Text, Schema)}
}

// IsLockFile reports whether a text is a lock file of any format, be it one that a
// merge has damaged so that [Parse] refuses it: it names the schema of locks. So is one of
// which nothing is left.
func IsLockFile(data []byte) bool {
	return schemaKeyPattern().Match(data) || len(bytes.TrimSpace(data)) == 0
}

var schemaKeyPattern = pattern.New(`"schema"\s*:\s*"ajar\.lock/`)

// AsProfile gives the answers of the lock as a profile.
func (l *Lock) AsProfile() engine.Profile {
	p := engine.Profile{
		Name: l.Profile.Name, WeightsSure: l.Answers.WeightsSure,
		Weights: maps.Clone(l.Answers.Priorities), Ranges: maps.Clone(l.Answers.Ranges), Facts: make(map[string]engine.Answer, len(l.Answers.Facts)),
	}
	for id, text := range l.Answers.Facts {
		p.Facts[id] = parseAnswer(text)
	}
	for _, id := range slices.Sorted(maps.Keys(l.Answers.Parts)) {
		part := engine.Part{ID: id, Like: l.Answers.Parts[id].Like, Facts: map[string]engine.Answer{}}
		for fact, text := range l.Answers.Parts[id].Facts {
			part.Facts[fact] = parseAnswer(text)
		}
		p.Parts = append(p.Parts, part)
	}
	if len(l.Answers.Excluded) > 0 {
		p.Limits = []engine.Limit{{Exclude: slices.Clone(l.Answers.Excluded)}}
	}
	return p
}
