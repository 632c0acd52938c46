package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/token"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// codeTable is what the files of package diag say: the rows of codes.yaml and
// the texts of each language.
type codeTable struct {
	rows  map[string]codeRow
	texts map[string]codeTexts
}

// codeRow is one row of codes.yaml.
type codeRow struct {
	Name string `yaml:"name"`
	Kind string `yaml:"kind"`
}

// codeTexts is one file of texts.
type codeTexts struct {
	Hints map[string]string   `yaml:"hints"`
	Words map[string]string   `yaml:"words"`
	Codes map[string]codeText `yaml:"codes"`
}

// codeText is what one language says of a code. A nil text is missing.
type codeText struct {
	Message *string           `yaml:"message"`
	Cases   map[string]string `yaml:"cases"`
	Advice  *string           `yaml:"advice"`
	About   *string           `yaml:"about"`
}

// english is the language that has every text and stands in for the others.
const english = "en"

// kindNames are the kinds of codes and their names in package diag.
var kindNames = map[string]string{"input": "Input", "usage": "Usage", "gate": "Gate", "fault": "Fault"}

// hintKeys are the texts that stand around those of the codes.
var hintKeys = []string{"suggest", "suggest_alike", "allowed", "between_hints", "between_names"}

func readCodes(room string) (*codeTable, error) {
	table := &codeTable{texts: map[string]codeTexts{}}
	if err := readStrict(filepath.Join(room, "codes.yaml"), &table.rows); err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(room, "texts", "*.yaml"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		var texts codeTexts
		if err := readStrict(path, &texts); err != nil {
			return nil, err
		}
		table.texts[strings.TrimSuffix(filepath.Base(path), ".yaml")] = texts
	}
	return table, nil
}

// readStrict reads a YAML file that may hold the keys of the target only.
func readStrict(path string, target any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(target); err != nil && !errors.Is(err, io.EOF) { // the end: comments alone
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

var (
	codeForm = regexp.MustCompile(`^AJ\d{3}$`)
	nameForm = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	gapForm  = regexp.MustCompile(`\{([a-z]+)\}`)
)

// check lists all mistakes in the table.
func (t *codeTable) check() error {
	var faults error
	fail := func(format string, args ...any) { faults = errors.Join(faults, fmt.Errorf(format, args...)) }
	for _, code := range slices.Sorted(maps.Keys(t.rows)) {
		if kindNames[t.rows[code].Kind] == "" {
			fail("codes.yaml: %s: the kind %q is none of input, usage, gate, fault", code, t.rows[code].Kind)
		}
		if !codeForm.MatchString(code) || !nameForm.MatchString(t.rows[code].Name) {
			fail("codes.yaml: %s: the code is AJ and three digits, its name in snake_case", code)
		}
		if text := t.texts[english].Codes[code]; text.Message == nil || text.Advice == nil || text.About == nil {
			fail("texts/%s.yaml: %s: message, advice and about are needed", english, code)
		}
	}
	for _, key := range hintKeys {
		if t.texts[english].Hints[key] == "" {
			fail("texts/%s.yaml: the hint %s is needed", english, key)
		}
	}
	seen := map[string]string{}
	for _, c := range t.constructors() {
		if other := seen[c.Func]; other != "" {
			fail("codes.yaml: %s and %s both make the function %s", other, c.Code, c.Func)
		}
		seen[c.Func] = c.Code
		for _, gap := range c.Gaps {
			if gap == "pos" {
				fail("texts/%s.yaml: %s: {pos} is the place of every diagnostic, so it cannot be a gap", english, c.Code)
			}
		}
	}
	for _, lang := range t.languages() {
		faults = errors.Join(faults, t.checkLanguage(lang))
	}
	return faults
}

// checkLanguage compares the texts of a language with the English ones: what
// is there says the same, so it has the same gaps.
func (t *codeTable) checkLanguage(lang string) error {
	var faults error
	fail := func(where, problem string) {
		faults = errors.Join(faults, fmt.Errorf("texts/%s.yaml: %s %s", lang, where, problem))
	}
	same := func(where string, text, model *string) {
		switch {
		case text == nil:
		case model == nil:
			fail(where, "is not in English")
		case !slices.Equal(sortedGaps(*text), sortedGaps(*model)):
			fail(where, "has other gaps than in English")
		}
	}
	texts, model := t.texts[lang], t.texts[english]
	for key, text := range texts.Hints {
		same("the hint "+key, &text, pick(model.Hints, key))
	}
	for code, text := range texts.Codes {
		if _, ok := t.rows[code]; !ok {
			fail(code, "is not in codes.yaml")
		}
		m := model.Codes[code]
		same(code+" message", text.Message, m.Message)
		same(code+" advice", text.Advice, m.Advice)
		same(code+" about", text.About, m.About)
		for name, message := range text.Cases {
			same(code+" case "+name, &message, pick(m.Cases, name))
		}
	}
	return faults
}

func sortedGaps(text string) []string {
	gaps := gapForm.FindAllString(text, -1)
	slices.Sort(gaps)
	return gaps
}

// pick gives the text of a key, nil if there is none.
func pick(texts map[string]string, key string) *string {
	if text, ok := texts[key]; ok {
		return &text
	}
	return nil
}

func (t *codeTable) languages() []string { return slices.Sorted(maps.Keys(t.texts)) }

// constructor is a function of package diag that makes a diagnostic.
type constructor struct {
	Func, Code, Case, Message string
	// Gaps are the placeholders in order of first appearance, those of the
	// message before those of the advice.
	Gaps []string
}

// constructors lists one function for each code, or for each case of a code.
func (t *codeTable) constructors() []constructor {
	var all []constructor
	for _, code := range slices.Sorted(maps.Keys(t.rows)) {
		text, name := t.texts[english].Codes[code], t.rows[code].Name
		add := func(name, kase, message string) {
			all = append(all, constructor{goName(name), code, kase, message, gapsOf(message, deref(text.Advice))})
		}
		for _, kase := range slices.Sorted(maps.Keys(text.Cases)) {
			add(name+"_"+kase, kase, text.Cases[kase])
		}
		if len(text.Cases) == 0 {
			add(name, "", deref(text.Message))
		}
	}
	return all
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func gapsOf(texts ...string) []string {
	var gaps []string
	for _, found := range gapForm.FindAllStringSubmatch(strings.Join(texts, "\n"), -1) {
		if !slices.Contains(gaps, found[1]) {
			gaps = append(gaps, found[1])
		}
	}
	return gaps
}

// parameter gives the name of the parameter for a gap.
func parameter(gap string) string {
	if token.IsKeyword(gap) {
		return gap + "Text"
	}
	return gap
}

// goName makes UnknownFact of unknown_fact.
func goName(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "_") {
		switch word {
		case "id", "spdx", "utf8", "yaml":
			b.WriteString(strings.ToUpper(word))
		default:
			b.WriteString(strings.ToUpper(word[:min(1, len(word))]) + word[min(1, len(word)):])
		}
	}
	return b.String()
}
