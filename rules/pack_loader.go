package rules

import (
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

type packLoader struct {
	files     packFiles
	languages []string        // folders of texts
	known     map[string]bool // files that can have texts in another language
	unread    diag.List       // mistakes of files that could not be read at all
	list      diag.List       // those in what could be read
	// Those in texts, which keep nothing else from being told.
	unreadTexts, texts diag.List
	values             int  // how many there are in what was read
	isOver             bool // a bound was passed: nothing more is read
}

// parseFile reads the tree of one file of the pack; nil if it cannot be read.
func (l *packLoader) parseFile(name string) *tree.Node {
	l.known[name] = true
	return l.parseWithin(name, parseYAML, &l.unread)
}

// parseWithin reads the tree of one file, nil if it has none or the pack is too large.
func (l *packLoader) parseWithin(name string, parse parser, list *diag.List) *tree.Node {
	if l.isOver {
		return nil
	}
	n, mistakes := parseFile(&l.files, name, parse)
	list.Add(mistakes...)
	l.values += n.Count()
	for _, x := range []struct {
		what      string
		got, most int
	}{{"files", l.files.count, MaxFiles}, {"bytes", l.files.bytes, MaxBytes}, {"values", l.values, MaxValues}} {
		if x.got > x.most && !l.isOver {
			l.isOver = true
			l.unread = diag.List{diag.PackTooLarge(diag.Pos{}, x.what, strconv.Itoa(x.got), strconv.Itoa(x.most))}
			return nil
		}
	}
	return n
}
