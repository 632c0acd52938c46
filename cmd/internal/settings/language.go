package settings

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// Language is the language that was chosen.
type Language struct {
	Code string // for everything that is said once
	// List are the languages of results, in the order in which they were asked for: those
	// of "--lang all" and "--lang zh,en". It is empty where one was asked for.
	List []string
	// Note names what has to be said about the choice: "traditional" (asked
	// for Traditional Chinese), "unknown" (a language of the environment that
	// ajar does not speak), or "".
	Note string
	// From and Value say where the language was found.
	From, Value string
}

// Codes lists the languages that results are given in.
func (l Language) Codes() []string {
	if len(l.List) > 0 {
		return slices.Clone(l.List)
	}
	return []string{l.Code}
}

// Languages is what --lang allows.
var Languages = append(lang.All(), "all")

// languageVariables are asked for the language, the strongest first.
var languageVariables = []string{"AJAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}

// ChooseLanguage takes the language from the flag, the environment or the
// system, else English. Only an unknown language in the flag is an error; one
// in the environment gives English and a note.
func ChooseLanguage(flag string, env Env) (Language, error) {
	if flag == "" {
		return findLanguage(env), nil
	}
	if strings.EqualFold(flag, "all") {
		l := findLanguage(env)
		return Language{Code: l.Code, List: lang.All(), From: "--lang", Value: flag}, nil
	}
	if strings.Contains(flag, ",") {
		return chooseLanguages(flag, env)
	}
	code, note := parseLocale(flag)
	if code == "" {
		return findLanguage(env), diag.List{diag.UnknownLanguage(diag.Pos{}, flag).OneOf(flag, Languages)}
	}
	return Language{Code: code, Note: note, From: "--lang", Value: flag}, nil
}

// chooseLanguages reads several languages; what is said once is said in the first.
func chooseLanguages(flag string, env Env) (Language, error) {
	l := Language{From: "--lang", Value: flag}
	var mistakes diag.List
	for word := range strings.SplitSeq(flag, ",") {
		code, note := parseLocale(word)
		switch {
		case code == "":
			mistakes.Add(diag.UnknownLanguage(diag.Pos{}, word).OneOf(word, lang.All()))
		case !slices.Contains(l.List, code):
			l.List, l.Note = append(l.List, code), cmp.Or(l.Note, note)
		}
	}
	if len(mistakes) > 0 {
		return findLanguage(env), mistakes
	}
	l.Code = l.List[0]
	return l, nil
}

func findLanguage(env Env) Language {
	for _, name := range languageVariables {
		value := env.Get(name)
		l := Language{Code: lang.Default, From: name, Value: value}
		switch p := trimLocale(value); p {
		case "":
			continue
		case "C", "POSIX":
			// Scripts that want the plain words of a program set LC_ALL or LC_MESSAGES so;
			// LANG is so on machines where nobody chose a language.
			if name == "LC_ALL" || name == "LC_MESSAGES" {
				return l
			}
			continue
		}
		l.Code, l.Note = parseLocale(value)
		if name == "AJAR_LANG" && strings.EqualFold(value, "all") {
			l.Code, l.List = lang.Default, lang.All()
		}
		if l.Code == "" {
			l.Code, l.Note = lang.Default, "unknown"
		}
		return l
	}
	// Nobody asked for the system's language in so many words, so one that
	// ajar does not speak is no news.
	if code, note := parseLocale(systemLocale()); code != "" {
		return Language{Code: code, Note: note, From: "system"}
	}
	return Language{Code: lang.Default, From: "default"}
}

// trimLocale takes the encoding and the variant off: "zh_CN.UTF-8@pinyin" is "zh_CN".
func trimLocale(locale string) string {
	locale, _, _ = strings.Cut(locale, "@")
	locale, _, _ = strings.Cut(locale, ".")
	return strings.TrimSpace(locale)
}

// parseLocale turns a locale into a language of ajar, "" if it is none. A
// language.Matcher does not serve: it gives English for some seventy languages
// (Tamil, Swahili) with as much confidence as for British English, and nobody
// would be told that ajar does not speak them.
func parseLocale(locale string) (code, note string) {
	p := trimLocale(locale)
	if p == "" {
		return "", ""
	}
	tag, err := language.Parse(p)
	if err != nil {
		return "", ""
	}
	base, _ := tag.Base()
	script, _ := tag.Script()
	if !slices.Contains(lang.All(), base.String()) {
		return "", ""
	}
	if base.String() == "zh" && script.String() == "Hant" {
		note = "traditional"
	}
	return base.String(), note
}

// FindLangFlag looks for --lang among arguments that are not parsed yet, so that
// even a mistake in them is told in the right language.
func FindLangFlag(args []string) string {
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	value := ""
	for i, arg := range args {
		if v, ok := strings.CutPrefix(arg, "--lang="); ok {
			value = v
		} else if arg == "--lang" && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}
