// Packgen writes the core pack, and what the presets and the documented decisions
// say of themselves, as Go literals, which the compiler lays out, so that a program
// reads, checks and builds nothing when it starts. It reads the files as the program
// would, checks them, and writes rules/core_*_gen.go ("core") or
// profiles/lists_gen.go ("profiles"). Run it with "go generate ./...". The tags bare
// and unlisted leave out what was generated before, which may no longer compile.
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
	generate := map[string]func(root string) (map[string][]byte, error){"core": writeCore, "profiles": writeLists}[os.Args[2]]
	if err := write(os.Args[1], generate); err != nil {
		fmt.Fprintln(os.Stderr, "packgen:", err)
		os.Exit(1)
	}
}

// write brings generated files under a root up to date.
func write(root string, generate func(root string) (map[string][]byte, error)) error {
	files, err := generate(root)
	for name, data := range files {
		path := filepath.Join(root, name)
		if old, readErr := os.ReadFile(path); readErr == nil && bytes.Equal(old, data) {
			continue
		}
		err = errors.Join(err, os.WriteFile(path, data, 0o666))
	}
	return err
}

// writeCore gives the files of the core pack by their paths under the root.
func writeCore(root string) (map[string][]byte, error) {
	pack, err := rules.Load(os.DirFS(filepath.Join(root, "rules", "core")))
	if err != nil {
		return nil, err
	}
	return writePack(pack)
}
