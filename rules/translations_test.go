package rules_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// write puts a file into a pack.
func write(files fstest.MapFS, name, data string) { files[name] = &fstest.MapFile{Data: []byte(data)} }

// A third language is a folder of texts: it may have few of them, and the
// others stay English.
func TestAFolderIsALanguage(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	write(files, "de/facts.yaml", "facts:\n  kind:\n    title: Art\n    values:\n      model: {label: Ein trainiertes Modell}\n")
	write(files, "de/dimensions/security.yaml", "title: Sicherheit\ncells:\n  open_advantage: {text: Viele finden Fehler.}\n")
	write(files, "de/options/in_house.yaml", "options:\n  in_house:\n    captures:\n      dimensions:\n        security: {because: Nichts verlässt das Haus.}\n")
	write(files, "de/glossary.yaml", "terms:\n  fork: {term: Abspaltung, avoid: [Gabel]}\n")
	p, err := rules.Load(files)
	require.NoError(t, err)
	f := p.Facts[0]
	require.Equal(t, "Art", f.Title.In("de"))
	require.Equal(t, f.Question.In("en"), f.Question.In("de"), "what is missing is English")
	require.Equal(t, "Ein trainiertes Modell", f.Values[1].Label.In("de"))
	require.Equal(t, "类型", f.Title.In("zh"), "another language is as it was")
	for _, d := range p.Dimensions {
		if d.ID == "security" {
			require.Equal(t, "Sicherheit", d.Title.In("de"))
			require.Equal(t, "Viele finden Fehler.", d.Arguments[0].Text.In("de"))
		}
	}
	require.Equal(t, "Nichts verlässt das Haus.", p.Options[0].Captures.Dimensions.Get("security").Because.In("de"))
	for _, term := range p.Terms {
		if term.Term.In("en") == "fork" {
			require.Equal(t, "Abspaltung", term.Term.In("de"))
			require.Contains(t, term.Avoid, "Gabel")
			require.Contains(t, term.Avoid, "派生版本")
		}
	}
	require.NotEqual(t, rules.Core().Digest, p.Digest, "texts count, in whatever language")
}

func TestMistakesInTexts(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct{ file, data, want string }{
		"unknown id":    {"facts", "facts:\n  kindd: {title: Art}", `de/facts.yaml:2:3: AJ105 unknown entry "kindd"; did you mean "kind"?`},
		"no text":       {"facts", "facts:\n  kind:\n    type: bool", `de/facts.yaml:3:5: AJ101 unknown key "type"; allowed: title, question, brief, why, values`},
		"not there":     {"facts", "facts:\n  kind: {na: Nie}", `de/facts.yaml:2:10: AJ101 unknown key "na"`},
		"a list":        {"facts", "facts:\n  - id: kind\n    title: Art", "de/facts.yaml:2:3: AJ103 expected a map, found a list"},
		"a map":         {"facts", "facts:\n  kind:\n    title: {de: Art}", "de/facts.yaml:3:12: AJ103 expected text, found a map"},
		"no cell":       {"dimensions/security", "cells:\n  open: {text: Ja}", `de/dimensions/security.yaml:2:3: AJ105 unknown entry "open"`},
		"no such file":  {"factz", "facts: {}", `de/factz.yaml: AJ105 unknown file "factz.yaml"; did you mean "facts.yaml"?`},
		"broken syntax": {"facts", "facts: [", "de/facts.yaml"},
	} {
		files := coreFiles(t)
		write(files, "de/steps.yaml", "steps: {}\n")
		write(files, "de/"+x.file+".yaml", x.data+"\n")
		_, err := rules.Load(files)
		require.ErrorContains(t, err, x.want, name)
		list, ok := diag.From(err)
		require.True(t, ok)
		require.Len(t, list, 1, name)
	}
}

// A folder without texts of the pack is none of its languages, whatever its
// name.
func TestOtherFoldersAreLeftAlone(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	write(files, "doc/notes.yaml", "a: b\n")
	write(files, "drafts/facts.yaml", "a: b\n")
	write(files, "xx/facts.yaml", "# facts:\n") // nothing is translated yet
	p, err := rules.Load(files)
	require.NoError(t, err)
	require.Equal(t, rules.Core().Digest, p.Digest)
}

// Packs of the first version had English and Chinese side by side in one file.
func TestPacksOfTheFirstVersionAreRead(t *testing.T) {
	t.Parallel()
	p, err := rules.Load(os.DirFS("../engine/report/testdata/pack"))
	require.NoError(t, err)
	require.Equal(t, rules.Text{{"en", "Sold"}, {"zh", "对外销售"}}, p.Facts[0].Title)
	require.Equal(t, rules.Text{{"en", "Customers pay for it"}, {"zh", "客户为它付费"}}, p.Facts[0].Values[0].Label)
	require.Equal(t, rules.Text{{"en", "open"}, {"zh", "开放"}}, p.Terms[0].Term)
	files := coreFiles(t)
	before := string(files["sources.yaml"].Data)
	write(files, "sources.yaml", before+"  - {id: own, title: Own, title_zh: 自有, authors: A, authors_zh: 甲, year: null, identifier: null, mark: memory, says: {en: Yes., zh: 是。}}\n")
	p, err = rules.Load(files)
	require.NoError(t, err)
	own := p.Sources[len(p.Sources)-1]
	require.Equal(t, []string{"自有", "甲", "是。"}, []string{own.Title.In("zh"), own.Authors.In("zh"), own.Says.In("zh")})
	write(files, "sources.yaml", before+"  - {id: own, title: Own, authors: A, year: null, identifier: null, mark: memory, says: {en: Yes., zn: 是。}}\n")
	_, err = rules.Load(files)
	require.ErrorContains(t, err, `AJ101 unknown key "zn"; did you mean`)
}
