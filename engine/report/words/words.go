// Package words keeps the sentences of the program apart from its code: one
// message file a language, looked up by id and filled with names and counts.
// Reports and the command line have a [Book] each.
package words

import (
	"io/fs"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// Book holds the messages of one part of the program in all languages.
type Book struct{ bundle *i18n.Bundle }

// Load reads en.yaml and zh.yaml in a folder. The files are part of the
// program, so one that does not parse is a bug, and a panic that the first test
// finds.
func Load(files fs.FS, folder string) *Book {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("yaml", yaml.Unmarshal)
	for _, lang := range []string{"en", "zh"} {
		name := folder + "/" + lang + ".yaml"
		data, err := fs.ReadFile(files, name)
		if err == nil {
			_, err = b.ParseMessageFileBytes(data, name)
		}
		if err != nil {
			panic("words: " + name + ": " + err.Error())
		}
	}
	return &Book{b}
}

// Tongue speaks one language.
type Tongue struct {
	Lang      string // "en" or "zh"
	localizer *i18n.Localizer
}

// In gives the tongue of a language: "zh" for Simplified Chinese, English for
// anything else.
func (b *Book) In(lang string) Tongue {
	if lang != "zh" {
		lang = "en"
	}
	return Tongue{lang, i18n.NewLocalizer(b.bundle, lang)}
}

// Say gives a message; args alternate placeholder and text. An id that no file
// has is a bug and panics: tests compare the ids of all languages.
func (t Tongue) Say(id string, args ...string) string { return t.localizeMessage(id, nil, args) }

// Count gives a message about n things; the message reads it as {{.N}}.
func (t Tongue) Count(id string, n int, args ...string) string { return t.localizeMessage(id, n, args) }

func (t Tongue) localizeMessage(id string, n any, args []string) string {
	data := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		data[args[i]] = args[i+1]
	}
	if n != nil {
		data["N"] = n
	}
	return t.localizer.MustLocalize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data, PluralCount: n})
}

// JoinAnd joins short names: "a, b and c".
func (t Tongue) JoinAnd(names []string) string {
	if t.Lang == "zh" {
		return joinWithLast(names, "、", "和")
	}
	return joinWithLast(names, ", ", " and ")
}

// JoinOr joins alternatives: "a, b or c".
func (t Tongue) JoinOr(names []string) string {
	if t.Lang == "zh" {
		return joinWithLast(names, "、", "或")
	}
	return joinWithLast(names, ", ", " or ")
}

func joinWithLast(names []string, comma, and string) string {
	if len(names) == 0 {
		return ""
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], comma) + and + names[last]
}

// JoinSentences joins whole sentences to a paragraph.
func (t Tongue) JoinSentences(parts []string) string {
	if t.Lang == "zh" {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}
