package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/rules/lang"
)

// message is one message in one language. Forms are its texts: one, or, for a
// message that counts, that about one thing and that about any other number.
type message struct {
	id    string
	forms []string
	file  string
	line  int
}

func (m *message) isCounted() bool { return len(m.forms) == 2 }

// newFault is a mistake in a message, with its place.
func (m *message) newFault(format string, args ...any) error {
	return fmt.Errorf("%s:%d: message %s: %s", m.file, m.line, m.id, fmt.Sprintf(format, args...))
}

// findRooms lists the folders of packages that have messages in English. Texts
// beside a codes.yaml are those of codes.
func findRooms(root string) ([]string, error) {
	var rooms []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != root):
			return filepath.SkipDir
		case d.IsDir() || d.Name() != lang.Default+".yaml" || filepath.Base(filepath.Dir(path)) != "texts":
			return nil
		}
		room := filepath.Dir(filepath.Dir(path))
		code, _ := filepath.Glob(filepath.Join(room, "*.go"))
		if _, err := os.Stat(filepath.Join(room, "codes.yaml")); len(code) > 0 && err != nil {
			rooms = append(rooms, room)
		}
		return nil
	})
	return rooms, err
}

// readRoom reads the messages of a room by language.
func readRoom(room string) (map[string][]message, error) {
	entries, err := os.ReadDir(filepath.Join(room, "texts"))
	if err != nil {
		return nil, err
	}
	all := map[string][]message{}
	var faults error
	for _, e := range entries {
		path := filepath.Join(room, "texts", e.Name())
		code, isYAML := strings.CutSuffix(e.Name(), ".yaml")
		if !isYAML || !slices.Contains(lang.All(), code) {
			faults = errors.Join(faults, fmt.Errorf("%s: no file of a language; the languages are %s", path, strings.Join(lang.All(), ", ")))
			continue
		}
		list, err := readMessages(path)
		faults = errors.Join(faults, err)
		all[code] = list
	}
	return all, faults
}

// readMessages reads one file, in its order.
func readMessages(path string) ([]message, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(doc.Content) == 0 {
		return nil, nil // comments alone: nothing is translated yet
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("%s: no map of messages", path)
	}
	var list []message
	var faults error
	pairs := doc.Content[0].Content
	for i := 0; i < len(pairs); i += 2 {
		m := message{id: pairs[i].Value, file: path, line: pairs[i].Line}
		if slices.ContainsFunc(list, func(x message) bool { return x.id == m.id }) {
			faults = errors.Join(faults, m.newFault("stands here twice"))
		}
		if m.forms = formsOf(pairs[i+1]); m.forms == nil {
			faults = errors.Join(faults, m.newFault("is neither a text nor a map with the texts other and, if it differs, one"))
			continue
		}
		if text := placeholder.ReplaceAllString(strings.Join(m.forms, ""), ""); strings.ContainsAny(text, "{}") {
			faults = errors.Join(faults, m.newFault("has a brace that is part of no placeholder"))
		}
		list = append(list, m)
	}
	return list, faults
}

// formsOf gives the texts of a message, nil for what is none. A language with
// one form for all numbers has it twice.
func formsOf(value *yaml.Node) []string {
	if value.Kind == yaml.ScalarNode {
		return []string{value.Value}
	}
	var forms map[string]string
	if value.Decode(&forms) != nil {
		return nil
	}
	one, hasOne := forms["one"]
	other, hasOther := forms["other"]
	switch {
	case !hasOther || len(forms) > 2 || len(forms) == 2 && !hasOne:
		return nil
	case !hasOne:
		one = other
	}
	return []string{one, other}
}

// placeholder is a placeholder in a text. N is the number in a message that counts.
var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

const count = "N"

// listPlaceholders lists the placeholders of a message, each once, in the order in which
// they appear.
func listPlaceholders(m *message) []string {
	var names []string
	for _, form := range m.forms {
		for _, found := range placeholder.FindAllStringSubmatch(form, -1) {
			if name := found[1]; name != count && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
