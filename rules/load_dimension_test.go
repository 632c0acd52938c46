package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// splitFile moves what stands from a mark on into another file, below a head.
func splitFile(t *testing.T, files fstest.MapFS, from, mark, to, head string) {
	t.Helper()
	before, after, found := strings.Cut(string(files[from].Data), mark)
	require.True(t, found, "%s in %s", mark, from)
	files[from] = &fstest.MapFile{Data: []byte(before)}
	files[to] = &fstest.MapFile{Data: []byte(head + mark + after)}
}

// A pack that is split over files says what it said in one, texts in other languages
// included.
func TestTopicsMayBeSplitOverFiles(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	splitFile(t, files, "facts.yaml", "  - id: embargo\n", "facts/users.yaml", "facts:\n")
	splitFile(t, files, "zh/facts.yaml", "  embargo:\n", "zh/facts/users.yaml", "facts:\n")
	files["dimensions/security/head.yaml"], files["zh/dimensions/security/head.yaml"] = files["dimensions/security.yaml"], files["zh/dimensions/security.yaml"]
	delete(files, "dimensions/security.yaml")
	delete(files, "zh/dimensions/security.yaml")
	splitFile(t, files, "dimensions/security/head.yaml", "  closed_advantage:\n", "dimensions/security/more.yaml", "cells:\n")
	splitFile(t, files, "zh/dimensions/security/head.yaml", "  closed_advantage:\n", "zh/dimensions/security/more.yaml", "cells:\n")
	p, err := rules.Load(files)
	require.NoError(t, err)
	require.Equal(t, rules.Core().Digest, p.Digest)
	require.Equal(t, "dimensions/security/more.yaml", p.Argument("security.closed_advantage").At.File)
	require.Equal(t, "facts/users.yaml", p.Fact("embargo").At.File)

	files["dimensions/security/more.yaml"].Data = append(files["dimensions/security/more.yaml"].Data, "title: Other\n"...)
	_, err = rules.Load(files)
	require.ErrorContains(t, err, `AJ106 key "title" is defined twice`)
	list, _ := diag.From(err)
	require.Len(t, list, 1)
	require.Equal(t, "dimensions/security/more.yaml", list[0].Pos.File)
	require.Contains(t, list[0].Message("zh"), "键")
}

// A file that cannot be read is told once and first: it is not taken for an empty
// one, of which much is missing elsewhere.
func TestAFileThatCannotBeReadIsToldOnce(t *testing.T) {
	t.Parallel()
	whole := coreFiles(t)
	for _, name := range []string{
		"pack.yaml", "facts.yaml", "options/in_house.yaml", "dimensions/security.yaml", "acts.yaml", "counsel.yaml",
		"zh/facts.yaml", "zh/dimensions/security.yaml",
	} {
		file := whole[name]
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := coreFiles(t)
			files[name] = &fstest.MapFile{Data: append([]byte("a:\n\tb: c\n"), file.Data...)}
			_, err := rules.Load(files)
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			require.Len(t, list, 1, "%v", err)
			require.Equal(t, diag.TabIndent(diag.Pos{File: name, Line: 2, Col: 1}), list[0])
		})
	}
}

// Mistakes in other files are told after it, those that follow from it are not.
func TestFilesThatCannotBeReadAreToldFirst(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	delete(files, "steps.yaml")
	files["pack.yaml"] = &fstest.MapFile{Data: []byte("\tname: x\n")}
	files["acts.yaml"] = &fstest.MapFile{Data: append(files["acts.yaml"].Data, "more: 1\n"...)}
	_, err := rules.Load(files)
	list, _ := diag.From(err)
	require.Len(t, list, 3, "%v", err)
	require.Equal(t, "pack.yaml", list[0].Pos.File)
	require.Equal(t, "steps.yaml", list[1].Pos.File)
	require.Equal(t, "acts.yaml", list[2].Pos.File)
}

// The id of a dimension is the name of its file, and saying another one is one mistake.
func TestADimensionOfAnotherName(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	files["dimensions/security.yaml"].Data = []byte(strings.Replace(string(files["dimensions/security.yaml"].Data), "id: security", "id: safety", 1))
	_, err := rules.Load(files)
	list, _ := diag.From(err)
	require.Len(t, list, 1, "%v", err)
	require.Equal(t, "AJ113", list[0].Code)
}
