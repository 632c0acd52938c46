package rules

import (
	"errors"
	"io/fs"
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
func listLanguages(files fs.FS) []string {
	entries, _ := fs.ReadDir(files, ".") // what cannot be read is reported by file
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
		if _, err := fs.Stat(l.files, texts); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		n, list := parseFile(l.files, texts, parseTexts)
		l.texts.Add(list...)
		if n != nil {
			tree.Translate(n, v, code, &l.texts)
		}
	}
}

// refuseStrayTexts reports files of texts that belong to no file of the pack.
func (l *packLoader) refuseStrayTexts() {
	for _, code := range l.languages {
		stray := listStrayFiles(l.files, code, l.known)
		for _, name := range stray {
			l.texts.Add(diag.UndefinedPackID(diag.Pos{File: code + "/" + name}, "file", name).OneOf(name, sortedKeys(l.known)))
		}
	}
}

// listStrayFiles lists the YAML files in the folder of a language that have no
// namesake in the pack; nothing if no file has one.
func listStrayFiles(files fs.FS, code string, known map[string]bool) (stray []string) {
	isLanguage := false
	walk := func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		name = strings.TrimPrefix(name, code+"/")
		isLanguage = isLanguage || known[name]
		if !known[name] {
			stray = append(stray, name)
		}
		return nil
	}
	if err := fs.WalkDir(files, code, walk); err != nil || !isLanguage {
		return nil
	}
	slices.Sort(stray)
	return stray
}
