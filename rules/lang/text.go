package lang

import (
	"encoding/json"
	"slices"
	"strings"
)

// Text is one text in any number of languages: pairs of the code of a language and
// the text in it, sorted by code, each code once. It is a list and no map so that
// the texts of a program are laid out when it is compiled. Texts are shared:
// whoever has one does not change it.
type Text [][2]string

// Own gives the text in a language, "" if nobody wrote it in that language.
func (t Text) Own(code string) string {
	for i := range t {
		if t[i][0] == code {
			return t[i][1]
		}
	}
	return ""
}

// In gives the text in a language; in Default if the text does not have it.
func (t Text) In(code string) string {
	if s := t.Own(code); s != "" {
		return s
	}
	return t.Own(Default)
}

// IsEmpty reports whether the text says nothing.
func (t Text) IsEmpty() bool { return t.Own(Default) == "" }

// InOr gives the text in a language, or longer, which says the same in more words,
// where nobody wrote it in that language.
func (t Text) InOr(code string, longer Text) string {
	if s := t.Own(code); s != "" {
		return s
	}
	return longer.In(code)
}

// With gives a text that has s in a language and is as before in the others.
func (t Text) With(code, s string) Text {
	out := make(Text, 0, len(t)+1)
	for i := range t {
		if t[i][0] != code {
			out = append(out, t[i])
		}
	}
	out = append(out, [2]string{code, s})
	out.sort()
	return out
}

// Codes lists the languages of the text.
func (t Text) Codes() []string {
	codes := make([]string, len(t))
	for i := range t {
		codes[i] = t[i][0]
	}
	return codes
}

// Every makes a text by calling say for every language that the program speaks.
func Every(say func(code string) string) Text { return Text{}.Each(say) }

// Each makes a text by calling say for every language that the program speaks
// and any others that the text has.
func (t Text) Each(say func(code string) string) Text {
	made := make(Text, 0, len(languages)+len(t))
	for i := range languages {
		made = append(made, [2]string{languages[i].code})
	}
	for i := range t {
		if code := t[i][0]; !slices.Contains(made.Codes(), code) {
			made = append(made, [2]string{code})
		}
	}
	made.sort()
	for i := range made {
		made[i][1] = say(made[i][0])
	}
	return made
}

func (t Text) sort() {
	slices.SortFunc(t, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
}

// Others gives the texts in languages other than those named, nil if there are
// none.
func (t Text) Others(codes ...string) map[string]string {
	var others map[string]string
	for i := range t {
		if slices.Contains(codes, t[i][0]) {
			continue
		}
		if others == nil {
			others = map[string]string{}
		}
		others[t[i][0]] = t[i][1]
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
	}{t.Own("en"), t.Own("zh"), t.Others("en", "zh")})
}
