package cli

import (
	"embed"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/lang"
)

//go:embed help ci
var embeddedFiles embed.FS

// loadHelpPage reads a page of help.
func loadHelpPage(code, name string) *page.Page { return parseHelpText(loadHelpText(code, name)) }

// loadHelpText reads the text of a page, in English if the language does not have it.
func loadHelpText(code, name string) string {
	data, err := embeddedFiles.ReadFile("help/" + code + "/" + name + ".txt")
	if err != nil {
		data, err = embeddedFiles.ReadFile("help/" + lang.Default + "/" + name + ".txt")
	}
	if err != nil {
		return "" // a test holds that none is missing
	}
	return string(data)
}

// ciSnippets are files that check a profile elsewhere, with their titles.
var ciSnippets = []struct{ title, file string }{
	{"GitHub Actions", "ci/github.yaml"}, {"GitHub Actions: action.yml", "ci/github-action.yaml"}, {"GitLab", "ci/gitlab.yaml"}, {"pre-commit", "ci/pre-commit.yaml"},
}

// buildCIPage is the help on checks in continuous integration.
func buildCIPage(lang string) *page.Page {
	p := loadHelpPage(lang, "ci")
	for _, s := range ciSnippets {
		data, err := embeddedFiles.ReadFile(s.file)
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
