package testkit

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// MarkdownReader renders Markdown as one of its kinds has it.
type MarkdownReader struct {
	Name   string
	Tables bool // it knows tables
	Render func(markdown string) (html string, err error)
}

// MarkdownReaders are the ways in which Markdown is read: as CommonMark has it, and as
// sites do that make links of addresses, with and without HTML.
func MarkdownReaders() []MarkdownReader {
	unsafe, extra := html.WithUnsafe(), []goldmark.Extender{extension.GFM, extension.Footnote, extension.DefinitionList}
	return []MarkdownReader{
		{"CommonMark", false, renderWith(goldmark.WithRendererOptions(html.WithXHTML(), unsafe))},
		{"no HTML", true, renderWith(goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(html.WithXHTML()))},
		{"GFM", true, renderWith(goldmark.WithExtensions(extra...), goldmark.WithRendererOptions(html.WithXHTML(), unsafe))},
	}
}

func renderWith(opts ...goldmark.Option) func(string) (string, error) {
	m := goldmark.New(opts...)
	return func(markdown string) (string, error) {
		var b bytes.Buffer
		err := m.Convert([]byte(markdown), &b)
		return b.String(), err
	}
}

// SeenPage is what somebody sees of a page in HTML.
type SeenPage struct {
	Elements map[string]int
	Links    []string
	Loose    []string // text that is no code, in pieces
	Text     string
}

// SeeHTML reads a page in HTML that is XML as well; the error says that it is not.
func SeeHTML(page string) (*SeenPage, error) {
	out := &SeenPage{Elements: map[string]int{}}
	var text strings.Builder
	code := false
	for d := xml.NewDecoder(strings.NewReader("<page>" + page + "</page>")); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			out.Text = text.String()
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch x := token.(type) {
		case xml.StartElement:
			out.Elements[x.Name.Local]++
			code = code || x.Name.Local == "code"
			for _, a := range x.Attr {
				if a.Name.Local == "href" || a.Name.Local == "src" {
					out.Links = append(out.Links, a.Value)
				}
			}
		case xml.EndElement:
			code = code && x.Name.Local != "code"
		case xml.CharData:
			text.Write(x)
			if !code {
				out.Loose = append(out.Loose, string(x))
			}
		case xml.Comment:
			out.Elements["comment"]++
		}
	}
}

// reference is what sites make something of in text that is no code: links of markdown-it
// with linkify, mentions and references of GitHub and GitLab, emoji and formulas.
var reference = regexp.MustCompile(`(?i)//\S|www\.|[\pL\pN_-]\.(com|org|net|md|рф)|@\w|[#!&]\d|\bgh-\d|\bcve-\d|\bghsa-\w|\b[0-9a-f]{7,40}\b|(^|\W)[~%]\w|:[\w+-]+:|\$`)

// FindReferences lists what sites make something of although it is no markup.
func (p *SeenPage) FindReferences() (out []string) {
	for _, loose := range p.Loose {
		out = append(out, reference.FindAllString(loose, -1)...)
	}
	return out
}
