package testkit

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	"github.com/ajar-decision/ajar/rules"
)

// FilesOfBigPack gives the core pack with as many facts and arguments, each with a
// condition, as are asked for besides, and a moderator for every fifth argument. The
// files are those of a pack that is split. The same numbers give the same files.
func FilesOfBigPack(arguments, facts int) fstest.MapFS {
	files := fstest.MapFS{}
	core := rules.CoreFiles()
	err := fs.WalkDir(core, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(core, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		panic("testkit: the core pack is part of the program: " + err.Error())
	}
	addInParts(files, "facts/extra", "facts:\n", facts, writeFact)
	dimensions := rules.Core().Dimensions
	for i := range dimensions {
		of := func(n int) int { return i + n*len(dimensions) } // the n-th argument here
		here := (arguments - i + len(dimensions) - 1) / len(dimensions)
		addInParts(files, "dimensions/"+dimensions[i].ID+"/arguments", "situation:\n", here, func(b *strings.Builder, n int) { writeArgument(b, of(n), facts) })
		addInParts(files, "dimensions/"+dimensions[i].ID+"/moderators", "moderators:\n", here/5, func(b *strings.Builder, n int) { writeModerator(b, of(5*n), facts) })
	}
	return files
}

// addInParts adds files of so many entries that each is well below the limits.
func addInParts(files fstest.MapFS, name, head string, n int, write func(b *strings.Builder, i int)) {
	const inFile = 500
	for from := 0; from < n; from += inFile {
		var b strings.Builder
		b.WriteString(head)
		for i := from; i < min(from+inFile, n); i++ {
			write(&b, i)
		}
		files[fmt.Sprintf("%s_%04d.yaml", name, from)] = &fstest.MapFile{Data: []byte(b.String())}
	}
}

func writeFact(b *strings.Builder, i int) {
	fmt.Fprintf(b, "  - id: extra_fact_%d\n    type: bool\n    title: Fact %[1]d\n    question: Is it so?\n    why: It may be.\n    source: []\n", i)
}

func writeArgument(b *strings.Builder, i, facts int) {
	pull := []string{"open", "closed"}[i%2]
	fmt.Fprintf(b, "  - id: extra_argument_%d\n    pull: %s\n    when: %s\n    text: It is so.\n    strength: 0.%d\n    strength_because: Nobody tested it.\n    claimed_by: [ajar_method]\n",
		i, pull, writeCondition(i, facts), 1+i%4)
}

func writeModerator(b *strings.Builder, i, facts int) {
	fmt.Fprintf(b, "  - id: extra_moderator_%d\n    \"on\": [extra_argument_%[1]d]\n    when: %s\n    factor: 1.1\n    factor_because: Nobody tested it.\n    text: It is more so.\n    source: [ajar_method]\n",
		i, writeCondition(i+1, facts))
}

// writeCondition reads two of the facts, or one of the core pack if there are not two.
func writeCondition(i, facts int) string {
	if facts < 2 {
		return "{kind: model}"
	}
	one, other := i%facts, (7*i+1)%facts
	if other == one {
		other = (one + 1) % facts
	}
	return fmt.Sprintf("{any: [{extra_fact_%d: true}, {not: {extra_fact_%d: true}}]}", one, other)
}
