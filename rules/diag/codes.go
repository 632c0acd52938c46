package diag

import (
	_ "embed"
	"slices"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed codes.yaml
var codesYAML []byte

type text struct {
	En string `yaml:"en"`
	Zh string `yaml:"zh"`
}

func (t text) in(lang string) string {
	if lang == "zh" {
		return t.Zh
	}
	return t.En
}

// code is one row of codes.yaml.
type code struct {
	Message text `yaml:"message"`
	// Cases are messages of their own for mistakes that share the code; the
	// argument "case" names one.
	Cases  map[string]text `yaml:"cases"`
	Advice text            `yaml:"advice"`
	About  text            `yaml:"about"`
}

// codes reads the table once. It is part of the program, so a table that does
// not parse is a bug that the first test finds.
var codes = sync.OnceValue(func() map[string]code {
	var table map[string]code
	if err := yaml.Unmarshal(codesYAML, &table); err != nil {
		panic("diag: codes.yaml: " + err.Error())
	}
	return table
})

//go:embed words.yaml
var wordsYAML []byte

// words are the names of things that fill messages: English to Chinese.
var words = sync.OnceValue(func() map[string]string {
	var table map[string]string
	if err := yaml.Unmarshal(wordsYAML, &table); err != nil {
		panic("diag: words.yaml: " + err.Error())
	}
	return table
})

func lookup(id string) code { return codes()[id] }

// Codes lists all codes in order.
func Codes() []string {
	ids := make([]string, 0, len(codes()))
	for id := range codes() {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// About gives the long text of a code in the language lang; ok is false if
// there is no such code.
func About(id, lang string) (about string, ok bool) {
	c, ok := codes()[id]
	return c.About.in(lang), ok
}
