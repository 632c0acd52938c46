package cli

import (
	"embed"
	"sync"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine/report/words"
)

//go:embed texts help
var files embed.FS

// book holds the messages of the command line.
var book = sync.OnceValue(func() *words.Book { return words.Load(files, "texts") })

// helpPage reads a page of help; every page is there in every language.
func helpPage(lang, name string) *page.Page {
	data, err := files.ReadFile("help/" + lang + "/" + name + ".txt")
	if err != nil {
		panic("cli: help is part of the program: " + err.Error())
	}
	return page.Parse(string(data))
}
