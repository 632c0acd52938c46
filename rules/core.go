package rules

import (
	"embed"
	"io/fs"
)

//go:generate go run -tags bare ../cmd/internal/packgen .. core
//go:generate go run -tags unlisted ../cmd/internal/packgen .. profiles

//go:embed core
var coreFiles embed.FS

// CoreFiles gives the files of the core pack with their comments, as a start
// for a pack of one's own and for tools that read them.
func CoreFiles() fs.FS {
	files, err := fs.Sub(coreFiles, "core")
	if err != nil {
		panic("rules: the core pack is part of the program: " + err.Error())
	}
	return files
}

// Core gives the pack that comes with the program. It is shared and was checked
// when the program was made: do not change it. Whoever wants another one changes
// a copy, which [Pack.Clone] makes.
func Core() *Pack { return &corePack }
