package main

import (
	"go/format"
	"path/filepath"
)

// writeCodes makes the code of package diag.
func writeCodes(root string) ([]file, error) {
	room := filepath.Join(root, "rules", "diag")
	table, err := readCodes(room)
	if err != nil {
		return nil, err
	}
	if err := table.check(); err != nil {
		return nil, err
	}
	constructors, err := format.Source([]byte(table.drawConstructors()))
	if err != nil {
		return nil, err
	}
	texts, err := format.Source([]byte(table.drawTexts()))
	return []file{{filepath.Join(room, "codes_gen.go"), constructors}, {filepath.Join(room, "texts_gen.go"), texts}}, err
}
