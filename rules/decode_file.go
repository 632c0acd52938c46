package rules

import (
	"io/fs"
	"slices"

	"github.com/ajar-decision/ajar/rules/tree"
)

// decodeFile decodes one file into *v, with its texts in all languages. What cannot be
// read is told by parseFile and leaves *v as it is.
func (l *packLoader) decodeFile(name string, v any) {
	if n := l.parseFile(name); n != nil {
		tree.Decode(n, v, &l.list)
		l.translateFile(name, v)
	}
}

// decodeParts decodes each of the files over which a topic is split.
func decodeParts[T any](l *packLoader, topic string, add func(*T)) {
	for _, name := range l.listParts(topic) {
		var f T
		l.decodeFile(name, &f)
		add(&f)
	}
}

// listParts lists the files that say what the file of a topic says: that file, and
// those in a folder of its name. There is at least one name.
func (l *packLoader) listParts(topic string) []string {
	names, err := fs.Glob(l.files, topic+"/*.yaml")
	if err != nil {
		panic("rules: the pattern is right: " + err.Error())
	}
	names = slices.DeleteFunc(names, isTestFile)
	if _, err := fs.Stat(l.files, topic+".yaml"); err == nil || len(names) == 0 {
		names = slices.Insert(names, 0, topic+".yaml")
	}
	return names
}

// parseFile reads the tree of one file of the pack; nil if it cannot be read.
func (l *packLoader) parseFile(name string) *tree.Node {
	l.known[name] = true
	n, list := parseFile(l.files, name, parseYAML)
	l.unread.Add(list...)
	return n
}
