package main

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// fileOfField says which file the fields of a pack stand in; those that are not
// named stand in that of the pack itself.
var fileOfField = map[string]string{
	"Facts": "facts", "Priorities": "priorities", "Dimensions": "dimensions", "Options": "options",
	"Acts": "law", "PartKinds": "law", "Decisions": "law", "Bars": "law", "Duties": "law", "Exclusions": "law",
	"Components": "components", "Standards": "components", "Licences": "licences", "Choices": "licences", "Compatible": "licences",
	"Steps": "steps", "Counsel": "counsel", "Sheet": "sheet", "Sources": "sources", "Terms": "glossary",
}

// writePack gives the files that hold a pack: one a topic, and core_gen.go, which
// puts them together.
func writePack(pack *rules.Pack) (map[string][]byte, error) {
	w := newLiteralWriter(rulesRoom)
	variables := map[string]*bytes.Buffer{"": {}}
	v := reflect.ValueOf(*pack)
	var fields []string
	for i := range v.NumField() {
		name, topic := v.Type().Field(i).Name, fileOfField[v.Type().Field(i).Name]
		if v.Field(i).IsZero() {
			continue
		}
		if topic == "" {
			fields = append(fields, name+": "+w.literal(v.Field(i), false))
			continue
		}
		if variables[topic] == nil {
			variables[topic] = &bytes.Buffer{}
		}
		fmt.Fprintf(variables[topic], "\nvar core%s = %s\n", name, w.literal(v.Field(i), false))
		fields = append(fields, name+": core"+name)
	}
	head := variables[""]
	fmt.Fprintf(head, "\n// corePack is what Core gives.\nvar corePack = Pack{\n%s,\n}\n", strings.Join(fields, ",\n"))
	w.writeScalars(head)

	files := map[string][]byte{}
	for topic, body := range variables {
		name := strings.ReplaceAll("core_"+topic+"_gen.go", "__", "_")
		source, err := makeFile(header{from: "core", when: "!bare", room: rulesRoom}, body.String())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files["rules/"+name] = source
	}
	return files, nil
}
