package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// computeDigest hashes the pack without its places, in an order that no file decides.
func (p *Pack) computeDigest() string {
	c := *p
	c.Digest = ""
	c.Facts = sortedBy(p.Facts, func(f Fact) string { return f.ID })
	c.Priorities = sortedBy(p.Priorities, func(f Priority) string { return f.ID })
	c.Components = sortedBy(p.Components, func(f Component) string { return f.ID })
	c.Standards = sortedBy(p.Standards, func(f Standard) string { return f.ID })
	c.Licences = sortedBy(p.Licences, func(f Licence) string { return f.ID })
	c.Sources = sortedBy(p.Sources, func(f Source) string { return f.ID })
	c.Terms = sortedBy(p.Terms, func(f Term) string { return f.Term.Own(lang.Default) })
	data, err := json.Marshal(c)
	if err != nil {
		panic("rules: a pack is plain data and always marshals: " + err.Error())
	}
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func sortedBy[T any](list []T, key func(T) string) []T {
	out := slices.Clone(list)
	slices.SortFunc(out, func(a, b T) int { return strings.Compare(key(a), key(b)) })
	return out
}

// The digest hashes the JSON of a pack. Profiles are locked to digests, so this
// JSON keeps the form of the first version, where English and Chinese stood
// side by side in what follows.

// inline is such a pair, and other languages where there are any.
type inline struct {
	En, Zh string
	Others map[string]string `json:",omitempty"`
}

func inlineOf(t Text) inline { return inline{t.Own("en"), t.Own("zh"), t.Others("en", "zh")} }

// MarshalJSON writes the label beside the id.
func (v FactValue) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		At diag.Pos
		ID string
		inline
		Brief Text `json:",omitempty"`
		Alone bool `json:",omitempty"`
	}{v.At, v.ID, inlineOf(v.Label), v.Brief, v.Alone})
}

// MarshalJSON writes the term beside its note.
func (t Term) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		At diag.Pos
		inline
		Note  string
		Avoid []string
	}{t.At, inlineOf(t.Term), t.Note, t.Avoid})
}

// MarshalJSON writes title and authors as plain words, and beside them those
// in other languages.
func (s Source) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		At            diag.Pos
		ID            string
		Title         string
		TitleZh       string            `json:",omitempty"`
		TitleOthers   map[string]string `json:",omitempty"`
		Authors       string
		AuthorsZh     string            `json:",omitempty"`
		AuthorsOthers map[string]string `json:",omitempty"`
		Year          *int
		Identifier    *string
		Mark          Mark
		Checked       string `json:",omitempty"`
		Says          Text
	}{
		s.At, s.ID, s.Title.Own("en"), s.Title.Own("zh"), s.Title.Others("en", "zh"),
		s.Authors.Own("en"), s.Authors.Own("zh"), s.Authors.Others("en", "zh"), s.Year, s.Identifier, s.Mark, s.Checked, s.Says,
	})
}
