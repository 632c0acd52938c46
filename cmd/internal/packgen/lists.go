package main

import (
	"fmt"
	"reflect"

	"github.com/ajar-decision/ajar/profiles"
)

// writeLists gives the file of what the presets and the documented decisions say of
// themselves. It takes them from the program, which reads their files if it was
// built with the tag unlisted.
func writeLists(string) (map[string][]byte, error) {
	room := reflect.TypeFor[profiles.PresetInfo]().PkgPath()
	w := newLiteralWriter(room)
	body := fmt.Sprintf("\nvar presetInfos = %s\n\nvar caseInfos = %s\n",
		w.literal(reflect.ValueOf(profiles.Presets()), false), w.literal(reflect.ValueOf(profiles.Cases()), false))
	source, err := makeFile(header{from: "presets and cases", when: "!bare && !unlisted", room: room}, body)
	return map[string][]byte{"profiles/lists_gen.go": source}, err
}
