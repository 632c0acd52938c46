package rules

import (
	"path"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/pattern"
	"github.com/ajar-decision/ajar/rules/tree"
)

// languageTag is the form of a language's code, such as de, zh or pt-BR.
var languageTag = pattern.New(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$`)

// listLanguages lists the folders beside the files of a pack that hold its texts
// in another language. A folder that has no such name, or none of the files, is
// something else.
func listLanguages(files *packFiles) []string {
	entries, _ := files.list(".") // what cannot be read is reported by file
	var codes []string
	for _, entry := range entries {
		if entry.IsDir() && languageTag().MatchString(entry.Name()) {
			codes = append(codes, entry.Name())
		}
	}
	return codes
}

// translateFile adds the texts of one file in every language.
func (l *packLoader) translateFile(name string, v any) {
	for _, code := range l.languages {
		texts := code + "/" + name
		if !l.files.has(texts) {
			continue
		}
		if n := l.parseWithin(texts, parseTexts, &l.unreadTexts); n != nil {
			tree.Translate(n, v, code, &l.texts)
		}
	}
}

// refuseStrayTexts reports files of texts that belong to no file of the pack.
func (l *packLoader) refuseStrayTexts() {
	for _, code := range l.languages {
		stray := listStrayFiles(&l.files, code, l.known)
		for _, name := range stray {
			if l.texts.IsFull() {
				return
			}
			l.texts.Add(diag.UndefinedPackID(diag.Pos{File: code + "/" + name}, "file", name).OneOf(name, sortedKeys(l.known)))
		}
	}
}

// listStrayFiles lists the YAML files in the folder of a language that have no
// namesake in the pack; nothing if no file has one. Texts stand in that folder and in
// folders of topics and of dimensions in it, and none deeper.
func listStrayFiles(files *packFiles, code string, known map[string]bool) (stray []string) {
	const deepest = 2
	isLanguage := false
	var walk func(folder string, depth int)
	walk = func(folder string, depth int) {
		entries, _ := files.list(path.Join(code, folder))
		for _, entry := range entries {
			name := path.Join(folder, entry.Name())
			switch {
			case entry.IsDir() && depth < deepest && len(stray) < MaxFiles:
				walk(name, depth+1)
			case entry.IsDir() || !strings.HasSuffix(name, ".yaml"):
			case known[name]:
				isLanguage = true
			default:
				stray = append(stray, name)
			}
		}
	}
	walk("", 0)
	if !isLanguage {
		return nil
	}
	slices.Sort(stray)
	return stray
}
