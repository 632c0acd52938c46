package rules

import (
	"slices"
	"strings"

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
// those in a folder of its name. There is at least one name, unless
// the folder cannot be read.
func (l *packLoader) listParts(topic string) []string {
	entries, err := l.files.list(topic)
	if err != nil {
		l.unread.Add(diagnoseUnreadable(topic, err))
	}
	var names []string
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".yaml") && !isTestFile(entry.Name()) {
			names = append(names, topic+"/"+entry.Name())
		}
	}
	if err == nil && len(names) == 0 || l.files.has(topic+".yaml") {
		names = slices.Insert(names, 0, topic+".yaml")
	}
	return names
}
