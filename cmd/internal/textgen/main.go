// Textgen writes Go code from the texts of the program, so that code which
// names a text that is not there does not compile: for each folder texts with
// a file per language a file texts_gen.go beside the folder, with a function
// for each message, and in package diag a function for each code. Run it with
// "go generate ./...". With the code of a language besides, it writes the files
// in which that language starts.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
)

//go:generate go run . ../../..

func main() {
	run := write
	if len(os.Args) > 2 {
		run = func(root string) error { return startLanguage(root, os.Args[2]) }
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "textgen:", err)
		os.Exit(1)
	}
}

// write brings the generated files under a root up to date.
func write(root string) error {
	files, err := generate(root)
	for _, f := range files {
		if old, readErr := os.ReadFile(f.path); readErr == nil && bytes.Equal(old, f.data) {
			continue
		}
		err = errors.Join(err, os.WriteFile(f.path, f.data, 0o666))
	}
	return err
}

// generate gives all files that are generated under a root. With an error it
// gives those that can be made.
func generate(root string) ([]file, error) {
	files, faults := writeCodes(root)
	rooms, err := findRooms(root)
	if err != nil {
		return nil, err
	}
	for _, room := range rooms {
		f, err := writeTexts(room)
		if faults = errors.Join(faults, err); err == nil {
			files = append(files, f)
		}
	}
	return files, faults
}
