package lang

import (
	"encoding/json"
	"maps"
	"slices"
)

// Text is one text in any number of languages, by their codes. Texts are
// shared: whoever has one does not change it.
type Text map[string]string

// In gives the text in a language; in Default if the text does not have it.
func (t Text) In(code string) string {
	if s := t[code]; s != "" {
		return s
	}
	return t[Default]
}

// IsEmpty reports whether the text says nothing.
func (t Text) IsEmpty() bool { return t[Default] == "" }

// InOr gives the text in a language, or longer, which says the same in more words,
// where nobody wrote it in that language.
func (t Text) InOr(code string, longer Text) string {
	if s := t[code]; s != "" {
		return s
	}
	return longer.In(code)
}

// Every makes a text by calling say for every language that the program speaks.
func Every(say func(code string) string) Text { return Text{}.Each(say) }

// Each makes a text by calling say for every language that the program speaks
// and any others that the text has.
func (t Text) Each(say func(code string) string) Text {
	made := Text{}
	for _, code := range slices.AppendSeq(All(), maps.Keys(t)) {
		made[code] = say(code)
	}
	return made
}

// Others gives the texts in languages other than those named, nil if there are
// none.
func (t Text) Others(codes ...string) map[string]string {
	var others map[string]string
	for code, s := range t {
		if slices.Contains(codes, code) {
			continue
		}
		if others == nil {
			others = map[string]string{}
		}
		others[code] = s
	}
	return others
}

// MarshalJSON writes English and Chinese as "En" and "Zh", which every text
// has, and other languages under "Others". Digests of packs are made from
// this form, so it stays as it is.
func (t Text) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		En, Zh string
		Others map[string]string `json:",omitempty"`
	}{t["en"], t["zh"], t.Others("en", "zh")})
}
