package rules_test

import (
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
	"github.com/ajar-decision/ajar/rules/tree"
)

// The digest is over what a pack says: neither the order of rules and keys nor
// a comment counts, but every number and every word does.
func TestDigestIsOverTheMeaning(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	load := func() string {
		p, err := rules.Load(files)
		require.NoError(t, err)
		return p.Digest
	}
	want := load()
	for name, f := range files {
		if read(t, f.Data) == nil {
			continue // only comments: a language that was started
		}
		files[name] = &fstest.MapFile{Data: append([]byte("# a comment\n"), reversed(t, name, f.Data)...)}
	}
	require.Equal(t, want, load())
	change := func(file, old, with string) {
		before := files[file]
		s := string(before.Data)
		require.Contains(t, s, old)
		files[file] = &fstest.MapFile{Data: []byte(strings.Replace(s, old, with, 1))}
		require.NotEqual(t, want, load(), with)
		files[file] = before
	}
	change("pack.yaml", "value: "+betaText(), "value: 0.77")
	change("options/in_house.yaml", "closed: 0.9", "closed: 0.91")
	change("facts.yaml", "ordinary software", "plain software")
}

// betaText is β as pack.yaml writes it.
func betaText() string { return strconv.FormatFloat(rules.Core().Constants.Beta.Value, 'g', -1, 64) }

// reversed writes a file again with its top lists and the keys of all maps in
// the opposite order.
func reversed(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	var doc yaml.Node
	require.NoError(t, yaml.Unmarshal(data, &doc), name)
	turn(&doc)
	if name == "facts.yaml" || name == "priorities.yaml" || name == "bars.yaml" || name == "duties.yaml" || name == "sources.yaml" {
		turnList(doc.Content[0].Content[1])
	}
	out, err := yaml.Marshal(&doc)
	require.NoError(t, err)
	return out
}

func turn(n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		var pairs []*yaml.Node
		for i := len(n.Content) - 2; i >= 0; i -= 2 {
			pairs = append(pairs, n.Content[i], n.Content[i+1])
		}
		n.Content = pairs
	}
	for _, c := range n.Content {
		turn(c)
	}
}

func turnList(n *yaml.Node) {
	for i, j := 0, len(n.Content)-1; i < j; i, j = i+1, j-1 {
		n.Content[i], n.Content[j] = n.Content[j], n.Content[i]
	}
}

// A mistake in any number of the pack is found, and named with its place.
func TestEveryNumberHasItsRange(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, old, with, code string }{
		{"pack.yaml", "value: " + betaText(), "value: 1", "AJ107"},
		{"pack.yaml", "value: " + betaText(), "value: .nan", "AJ107"},
		{"pack.yaml", "value: 5", "value: 0", "AJ107"},
		{"pack.yaml", "value: 1.5", "value: 0.9", "AJ107"},
		{"pack.yaml", "value: 0.02", "value: -0.1", "AJ107"},
		{"pack.yaml", "value: 0.02", "value: two", "AJ103"},
		{"dimensions/revenue_model.yaml", "strength: 0.7", "strength: 0", "AJ107"},
		{"dimensions/revenue_model.yaml", "strength: 0.7", "strength: 1.1", "AJ107"},
		{"dimensions/revenue_model.yaml", "serves: [revenue_flexibility]", "serves: {revenue_flexibility: 0.9}", "AJ108"},
		{"dimensions/revenue_model.yaml", "serves: [revenue_flexibility]", "serves: []", "AJ108"},
		{"dimensions/revenue_model.yaml", "id: revenue_model", "id: revenue", "AJ113"},
		{"dimensions/revenue_model.yaml", "  verdict: mixed", "  verdict: perhaps", "AJ113"},
		{"options/in_house.yaml", "open: 0.05", "open: -0.05", "AJ107"},
		{"options/in_house.yaml", "stance: closed", "stance: shut", "AJ113"},
		{"options/closed_product.yaml", "step: 1\n", "step: 1.5\n", "AJ103"},
		{"bars.yaml", "forbids: [serve", "forbids: [srve", "AJ105"},
		{"bars.yaml", "precaution: true", "precaution: yes please", "AJ103"},
		{"steps.yaml", "phase: before", "phase: some day", "AJ113"},
		{"steps.yaml", "by: legal", "by: the cat", "AJ113"},
		{"steps.yaml", "acts: [relicense]", "acts: [relicence]", "AJ105"},
		{"facts.yaml", "type: enum", "type: enumeration", "AJ113"},
		{"facts.yaml", "id: kind", "id: Kind", "AJ113"},
		{"priorities.yaml", "pull: open", "pull: up", "AJ113"},
	} {
		t.Run(c.with, func(t *testing.T) {
			t.Parallel()
			files := withoutTranslations(coreFiles(t))
			s := string(files[c.file].Data)
			require.Contains(t, s, c.old)
			files[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(s, c.old, c.with, 1))}
			_, err := rules.Load(files)
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			require.True(t, slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == c.code }), "%v", err)
			for _, d := range list {
				require.NotEmpty(t, d.Pos.File, d.Error())
				require.Regexp(t, `\p{Han}`, d.Message("zh"), "in both languages")
				require.NotRegexp(t, `\{[a-z]+\}`, d.Message("en")+d.Message("zh"))
			}
		})
	}
}

// A pack built in Go is held to the same rules.
func TestCheckOfAPackInGo(t *testing.T) {
	t.Parallel()
	p := *rules.Core()
	p.Constants.Beta.Value = math.NaN()
	p.Priorities = append(slices.Clone(p.Priorities), rules.Priority{ID: "unheard", Pull: rules.Open})
	err := p.Check()
	require.ErrorContains(t, err, "AJ107")
	require.ErrorContains(t, err, "AJ110")
	require.NoError(t, rules.Core().Check())
}

// FuzzCondition: what the loader takes as a condition, whatever it is, either
// has mistakes inside the file or can be read back.
func FuzzCondition(f *testing.F) {
	for _, seed := range []string{
		"a: true", "a: [x, y]", "a: {at_least: medium}", "any:\n  - a: 1\n  - not: {b: false}", "not: {all: [{a: x}]}",
		"a: {is_not: [x], precaution: true}", "a: {at_least: [x, y]}", "any: {}", "a:", "- a", "a: {b: {c: d}}", "? [a]\n: b",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, list := tree.ParseYAML("c.yaml", data)
		var c rules.Condition
		if n != nil {
			c.DecodeTree(n, &list)
		}
		// What YAML takes as the end of a line; a value that is missing at the end
		// of the text stands on the line after it.
		lines := len(regexp.MustCompile("\r\n|[\n\r\u0085\u2028\u2029]").FindAllIndex(data, -1)) + 2
		for _, d := range list {
			require.LessOrEqual(t, d.Pos.Line, lines, d.Error())
			require.NotEmpty(t, d.Message("zh"), d.Code)
		}
		if len(list) == 0 {
			require.NotPanics(t, func() { c.Facts(nil) })
		}
	})
}

// FuzzLoad: no file of a pack, however broken, makes the loader panic. What an engine makes
// of what loads is fuzzed there.
func FuzzLoad(f *testing.F) {
	small := testkit.FilesOfSmallPack()
	names, err := fs.Glob(small, "*.yaml")
	require.NoError(f, err)
	names = append(names, "dimensions/income.yaml")
	for i, name := range names {
		f.Add(uint8(i), small[name].Data)
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		files := testkit.FilesOfSmallPack()
		files[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		if p, err := rules.Load(files); err == nil {
			require.NoError(t, p.Check())
		} else if _, ok := diag.From(err); !ok {
			require.NoError(t, err)
		}
	})
}
