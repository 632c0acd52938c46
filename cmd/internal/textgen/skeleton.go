package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/rules/lang"
)

// complete is the language, beside English, that has every text: its files
// show which texts there are.
const complete = "zh"

// Stores of texts, as their folders under the root. In the first two kinds
// every language has a file or a folder beside that of English; in the last a
// folder beside the English files has the texts alone.
var (
	fileStores   = []string{"rules/diag/texts", "profiles/schema"}
	folderStores = []string{"cmd/internal/cli/help"}
	besideStores = []string{"rules/core", "profiles/cases"}
)

var languageCode = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$`)

// startLanguage writes the files of a new language that are not there yet, with
// the English texts to translate: as comments, and help pages as copies.
func startLanguage(root, code string) error {
	if !languageCode.MatchString(code) || code == lang.Default {
		return fmt.Errorf("%q is no code of a new language, such as de or pt-BR", code)
	}
	rooms, err := findRooms(root)
	if err != nil {
		return err
	}
	stores := make([]string, 0, len(rooms)+len(fileStores))
	for _, room := range rooms {
		stores = append(stores, filepath.Join(room, "texts"))
	}
	for _, store := range fileStores {
		stores = append(stores, filepath.Join(root, store))
	}
	var faults error
	for _, store := range stores {
		faults = errors.Join(faults, startFile(store, code))
	}
	for _, store := range folderStores {
		faults = errors.Join(faults, copyFolder(filepath.Join(root, store), code))
	}
	for _, store := range besideStores {
		faults = errors.Join(faults, startFolder(filepath.Join(root, store), code))
	}
	return faults
}

// startFile writes CODE.yaml beside en.yaml.
func startFile(store, code string) error {
	english, err := os.ReadFile(filepath.Join(store, lang.Default+".yaml"))
	if err != nil {
		return err
	}
	return writeNew(filepath.Join(store, code+".yaml"), commentOut(english))
}

// copyFolder copies the English pages.
func copyFolder(store, code string) error {
	english := filepath.Join(store, lang.Default)
	return filepath.WalkDir(english, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return writeNew(filepath.Join(store, code, strings.TrimPrefix(path, english)), data)
	})
}

// startFolder writes a file for each that the complete language has.
func startFolder(store, code string) error {
	model := filepath.Join(store, complete)
	return filepath.WalkDir(model, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := strings.TrimPrefix(path, model)
		texts, err := readNode(path)
		if err != nil {
			return err
		}
		english, err := readNode(filepath.Join(store, name))
		if err != nil {
			return err
		}
		putEnglish(texts, english)
		var data bytes.Buffer
		enc := yaml.NewEncoder(&data)
		enc.SetIndent(2)
		if err := enc.Encode(texts); err != nil {
			return err
		}
		return writeNew(filepath.Join(store, code, name), commentOut(data.Bytes()))
	})
}

func readNode(path string) (*yaml.Node, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil || len(doc.Content) == 0 {
		return nil, errors.Join(fmt.Errorf("%s: no texts", path), err)
	}
	doc.Content[0].HeadComment = ""
	return doc.Content[0], nil
}

// putEnglish puts the English texts in place of the others, which stand under
// the same keys; what is a list in English is a map by the first key there.
func putEnglish(texts, english *yaml.Node) {
	texts.HeadComment = ""
	if texts.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(texts.Content); i += 2 {
		key, text := texts.Content[i], texts.Content[i+1]
		key.HeadComment = ""
		part := partNamed(english, key.Value)
		switch {
		case part == nil: // words that another language has alone
			text.Kind, text.Tag, text.Content = yaml.SequenceNode, "!!seq", nil
		case text.Kind == yaml.ScalarNode && part.Kind == yaml.ScalarNode:
			text.Value, text.Style = part.Value, yaml.DoubleQuotedStyle
		default:
			putEnglish(text, part)
		}
	}
}

// partNamed finds a key of a map, or an item of a list by its first value.
func partNamed(n *yaml.Node, name string) *yaml.Node {
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			if len(item.Content) > 1 && item.Content[1].Value == name {
				return item
			}
		}
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}

// commentOut makes a comment of every line.
func commentOut(data []byte) []byte {
	var b strings.Builder
	b.WriteString("# Texts to translate. Take the mark off a text and off what it stands under; what\n# stays a comment is shown in English.\n")
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "#") || line == "" {
			b.WriteString(line + "\n") // it is one already
			continue
		}
		b.WriteString("# " + line + "\n")
	}
	return []byte(b.String())
}

// writeNew writes a file unless it is there.
func writeNew(path string, data []byte) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o666)
}
