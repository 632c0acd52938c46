package testkit

import (
	"embed"
	"io/fs"
	"strings"
	"testing/fstest"
)

//go:embed smallpack
var smallPack embed.FS

// FilesOfSmallPack gives a pack of a few kilobytes with a thing or two of every kind
// that packs have. It passes all checks. The files are the caller's to change.
func FilesOfSmallPack() fstest.MapFS {
	files := fstest.MapFS{}
	err := fs.WalkDir(smallPack, "smallpack", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := smallPack.ReadFile(name)
		files[strings.TrimPrefix(name, "smallpack/")] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		panic("testkit: the small pack is part of the program: " + err.Error())
	}
	return files
}
