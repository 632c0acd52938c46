package cli

import (
	"embed"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine/report/words"
)

//go:embed texts help ci
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

// snippets are files that check a profile elsewhere, with their titles.
var snippets = []struct{ title, file string }{
	{"GitHub Actions", "ci/github.yaml"}, {"GitLab", "ci/gitlab.yaml"}, {"pre-commit", "ci/pre-commit.yaml"},
}

// ciPage is the help on checks in continuous integration.
func ciPage(lang string) *page.Page {
	p := helpPage(lang, "ci")
	for _, s := range snippets {
		data, err := files.ReadFile(s.file)
		if err != nil {
			panic("cli: snippets are part of the program: " + err.Error())
		}
		p.Gap()
		p.Heading(s.title)
		for line := range strings.Lines(string(data)) {
			p.Literal(strings.TrimRight(line, "\n"))
		}
	}
	return p
}
