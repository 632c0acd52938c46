// Packgen writes the core pack as Go literals, which the compiler lays out, so
// that a program which uses the pack reads, checks and builds nothing when it
// starts. It reads the files of the pack as [rules.Load] does, checks them, and
// writes the rules/core_*_gen.go. Run it with "go generate ./..."; "-tags bare"
// leaves out what was generated before, which may no longer compile.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ajar-decision/ajar/rules"
)

func main() {
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "packgen:", err)
		os.Exit(1)
	}
}

// write brings the generated files under a root up to date.
func write(root string) error {
	files, err := generate(root)
	for name, data := range files {
		path := filepath.Join(root, "rules", name)
		if old, readErr := os.ReadFile(path); readErr == nil && bytes.Equal(old, data) {
			continue
		}
		err = errors.Join(err, os.WriteFile(path, data, 0o666))
	}
	return err
}

// generate gives the generated files under a root, by name.
func generate(root string) (map[string][]byte, error) {
	pack, err := rules.Load(os.DirFS(filepath.Join(root, "rules", "core")))
	if err != nil {
		return nil, err
	}
	return writePack(pack)
}
