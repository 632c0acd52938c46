package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../../.."

func TestGeneratedFilesAreFresh(t *testing.T) {
	t.Parallel()
	files, err := generate(root)
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		stored, err := os.ReadFile(f.path)
		require.NoError(t, err)
		require.Equal(t, string(f.data), string(stored), "%s is stale: run go generate ./...", f.path)
	}
}

// A code that nothing raises is a promise in "ajar explain" that nobody keeps.
func TestEveryCodeIsRaised(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.SelectorExpr:
				if room, ok := x.X.(*ast.Ident); ok && room.Name == "diag" {
					used[x.Sel.Name] = true
				}
			case *ast.CallExpr:
				if name, ok := x.Fun.(*ast.Ident); ok && f.Name.Name == "diag" {
					used[name.Name] = true // the package calls its own
				}
			}
			return true
		})
		return nil
	})
	require.NoError(t, err)
	table, err := readCodes(filepath.Join(root, "rules", "diag"))
	require.NoError(t, err)
	for _, c := range table.constructors() {
		require.True(t, used[c.Func], "nothing calls diag.%s, which makes %s %s", c.Func, c.Code, c.Case)
	}
}

// The program falls back to English, but no text is left to it.
func TestChineseIsComplete(t *testing.T) {
	t.Parallel()
	table, err := readCodes(filepath.Join(root, "rules", "diag"))
	require.NoError(t, err)
	en, zh := table.texts["en"], table.texts["zh"]
	require.Len(t, zh.Hints, len(en.Hints))
	for code, text := range en.Codes {
		require.NotNil(t, zh.Codes[code].Message, code)
		require.NotNil(t, zh.Codes[code].Advice, code)
		require.NotNil(t, zh.Codes[code].About, code)
		require.Len(t, zh.Codes[code].Cases, len(text.Cases), code)
	}
}

// tableOf reads a table with one code from texts.
func tableOf(t *testing.T, codes string, texts map[string]string) *codeTable {
	t.Helper()
	room := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(room, "texts"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(room, "codes.yaml"), []byte(codes), 0o600))
	for lang, text := range texts {
		require.NoError(t, os.WriteFile(filepath.Join(room, "texts", lang+".yaml"), []byte(text), 0o600))
	}
	table, err := readCodes(room)
	require.NoError(t, err)
	return table
}

const (
	oneCode = "AJ001: {name: unknown_id, kind: input}\n"
	inGreat = `
hints: {suggest: "{name}?", suggest_alike: "{name}? {letter}", allowed: "{names}", between_hints: "; ", between_names: ", "}
codes:
  AJ001: {message: "no {kind} {id} in {range}", advice: "see {place}", about: "long"}
`
)

func TestConstructorsTakeTheGapsInOrder(t *testing.T) {
	t.Parallel()
	table := tableOf(t, oneCode, map[string]string{"en": inGreat})
	require.NoError(t, table.check())
	require.Contains(t, table.drawConstructors(), `// UnknownID is AJ001: no {kind} {id} in {range}.
func UnknownID(pos Pos, kind, id, rangeText, place string) Diagnostic {`)
}

func TestMissingTextsAreEnglish(t *testing.T) {
	t.Parallel()
	table := tableOf(t, oneCode, map[string]string{"en": inGreat, "de": `codes: {AJ001: {message: "kein {id}: {kind} in {range}"}}`})
	require.NoError(t, table.check())
	_, german, _ := strings.Cut(table.drawTexts()[len("// languages"):], "lang: \"de\"")
	german, _, _ = strings.Cut(german, "lang: \"en\"")
	require.Contains(t, german, `message: "kein {id}: {kind} in {range}"`)
	require.Contains(t, german, `advice: "see {place}"`)
	require.Contains(t, german, `betweenHints: "; "`)
}

func TestFaultyTablesAreRefused(t *testing.T) {
	t.Parallel()
	for want, x := range map[string]struct{ codes, en, de string }{
		"texts/de.yaml: AJ001 message has other gaps":      {oneCode, inGreat, `codes: {AJ001: {message: "kein {id}"}}`},
		"texts/de.yaml: AJ002 is not in codes.yaml":        {oneCode, inGreat, `codes: {AJ002: {message: "x"}}`},
		"texts/de.yaml: AJ001 case some is not in English": {oneCode, inGreat, `codes: {AJ001: {cases: {some: "x"}}}`},
		"texts/de.yaml: the hint sugest is not in English": {oneCode, inGreat, `hints: {sugest: "{name}?"}`},
		"the kind \"inputs\" is none of":                   {"AJ001: {name: unknown_id, kind: inputs}", inGreat, ""},
		"its name in snake_case":                           {"AJ001: {name: UnknownID, kind: input}", inGreat, ""},
		"both make the function UnknownID":                 {oneCode + "AJ002: {name: unknown_id, kind: input}", inGreat + `  AJ002: {message: m, advice: a, about: b}`, ""},
		"AJ001: message, advice and about are needed":      {oneCode, `codes: {AJ001: {message: m, advice: a}}`, ""},
		"the hint between_names is needed":                 {oneCode, strings.Replace(inGreat, "between_names", "allowed_names", 1), ""},
		"AJ001: {pos} is the place":                        {oneCode, `codes: {AJ001: {message: "{pos}", advice: a, about: b}}`, ""},
	} {
		texts := map[string]string{"en": x.en}
		if x.de != "" {
			texts["de"] = x.de
		}
		require.ErrorContains(t, tableOf(t, x.codes, texts).check(), want)
	}
}
