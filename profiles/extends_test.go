package profiles_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// folder is files in memory, by path with slashes.
type folder map[string]string

func (f folder) open(path string) (io.ReadCloser, error) {
	text, ok := f[filepath.ToSlash(filepath.Clean(path))]
	if !ok {
		return nil, &os.PathError{Op: "open", Path: "/secret/" + path, Err: os.ErrNotExist}
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

func (f folder) load(path string) (engine.Profile, error) {
	return profiles.Load(path, profiles.WithOpen(f.open))
}

func TestExtendsFiles(t *testing.T) {
	t.Parallel()
	files := folder{
		"team/release.ajar.yaml": "extends: [../common/base.toml, people/mei.json]\nfacts: {kind: both}\n",
		"common/base.toml":       "name = 'base'\nreview_by = 2027-05-01\nextends = ['preset:model_startup', 'more.yaml']\n[priorities]\ndata_privacy = {weight = 9, note = 'law'}\n",
		"common/more.yaml":       "facts: {must_recoup: false}\n",
		"team/people/mei.json":   `{"priorities": {"data_privacy": 7}, "facts": {"kind": "model"}}`,
	}
	p, err := files.load("team/release.ajar.yaml")
	require.NoError(t, err)
	require.Equal(t, []string{"preset:model_startup", "../common/more.yaml", "../common/base.toml", "people/mei.json", "release.ajar.yaml"}, p.Layers)
	require.Equal(t, "both", p.Facts["kind"].String())
	require.Equal(t, engine.No, p.Facts["must_recoup"])
	require.Equal(t, "../common/more.yaml", p.Notes["must_recoup"].Layer)
	require.Equal(t, engine.Note{Layer: "people/mei.json"}, p.Notes["data_privacy"])
	require.Empty(t, p.Name)
	require.Equal(t, "2027-05-01", p.ReviewBy)
}

func TestMistakesAreFoundThroughExtends(t *testing.T) {
	t.Parallel()
	_, err := folder{
		"a/x.yaml":   "extends: [b/y.yaml]\nfacts: {kind: modle}\n",
		"a/b/y.yaml": "extends: [../z.json, preset:cloud_vender]\nfacts:\n  kinds: model\n",
		"a/z.json":   "{\"facts\": {\n\"must_recoup\": \"yes\"}}",
	}.load("a/x.yaml")
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	var got []string
	for _, d := range list {
		got = append(got, d.Pos.String()+" "+d.Code)
	}
	require.Equal(t, []string{"a/b/y.yaml:1:22 AJ221", "a/b/y.yaml:3:3 AJ203", "a/x.yaml:2:15 AJ206", "a/z.json:2:16 AJ216"}, got)
}

func TestCirclesAndDepth(t *testing.T) {
	t.Parallel()
	_, err := folder{"x.yaml": "extends: [d/y.yaml]\n", "d/y.yaml": "extends: [../d/../x.yaml]\n"}.load("x.yaml")
	require.EqualError(t, err, `d/y.yaml:1:11: AJ234 "../d/../x.yaml" extends itself; break the circle: x.yaml > d/y.yaml > x.yaml`)
	_, err = folder{"x.yaml": "extends: [./x.yaml]\n"}.load("./x.yaml")
	require.ErrorContains(t, err, "AJ234")

	chain := folder{}
	for i := range 10 {
		chain[fmt.Sprintf("%d.yaml", i)] = fmt.Sprintf("extends: [%d.yaml]\n", i+1)
	}
	chain["10.yaml"] = "facts: {kind: model}\n"
	_, err = chain.load("2.yaml")
	require.NoError(t, err, "eight in a row are allowed")
	_, err = chain.load("1.yaml")
	require.EqualError(t, err, "9.yaml:1:11: AJ235 more than 8 files are extended; extend fewer files")

	// Each names the next ten times: 10^8 files, were they all read.
	for i := range 8 {
		chain[fmt.Sprintf("%d.yaml", i)] = "extends: [" + strings.Repeat(fmt.Sprintf("%d.yaml, ", i+1), 10) + "]\n"
	}
	_, err = chain.load("0.yaml")
	require.ErrorContains(t, err, "AJ235 more than 32 files are extended")

	// Presets cost as much as files.
	chain["0.yaml"] = "extends: [" + strings.Repeat("preset:model_startup, ", 33) + "]\n"
	_, err = chain.load("0.yaml")
	require.ErrorContains(t, err, "AJ235 more than 32 files are extended")
	chain["0.yaml"] = "extends: [" + strings.Repeat("preset:model_startup, ", 32) + "]\n"
	_, err = chain.load("0.yaml")
	require.NoError(t, err)
}

func TestFilesThatCannotBeExtended(t *testing.T) {
	t.Parallel()
	files := folder{"x.yaml": "extends:\n  - none.yaml\n  - /etc/passwd\n  - https://example.org/x.yaml\n  - ''\n  - C:\\x.yaml\n"}
	_, err := files.load("x.yaml")
	list, _ := diag.From(err)
	require.Equal(t, []string{"AJ233", "AJ220", "AJ220", "AJ220", "AJ220"}, codes(list))
	require.Equal(t, `cannot extend "none.yaml": file does not exist`, list[0].Message("en"))
	requireReadable(t, list)

	_, err = profiles.Read(strings.NewReader("extends: [none.yaml]"), "-", profiles.YAML)
	require.ErrorContains(t, err, `AJ220 only presets can be extended here, not "none.yaml"`, "a text is no file, and reads none")

	disk := errors.New("input/output error\x1b[2J")
	_, err = profiles.Read(strings.NewReader("extends: [y.yaml]"), "x", profiles.YAML, profiles.WithOpen(func(string) (io.ReadCloser, error) {
		return io.NopCloser(iotest.ErrReader(disk)), nil
	}))
	require.ErrorContains(t, err, `AJ233 cannot extend "y.yaml": input/output error\x1b`)
}

func codes(list diag.List) (out []string) {
	for _, d := range list {
		out = append(out, d.Code)
	}
	return out
}

func TestLoadExtendsRealFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "sub"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "base.yaml"), []byte("facts: {kind: model}\n"), 0o600))
	path := filepath.Join(dir, "sub", "x.yaml")
	require.NoError(t, os.WriteFile(path, []byte("extends: [../base.yaml]\n"), 0o600))
	p, err := profiles.Load(path)
	require.NoError(t, err)
	require.Equal(t, []string{"../base.yaml", "x.yaml"}, p.Layers, "the same on every machine")
	require.NoError(t, os.WriteFile(path, []byte("extends: [..]\n"), 0o600))
	_, err = profiles.Load(path)
	require.ErrorContains(t, err, "x.yaml:1:11: AJ233")
}
