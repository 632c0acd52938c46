package rules_test

import (
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// coreFiles gives the core pack as files that a test may change.
func coreFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("core"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("core/" + name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	require.NoError(t, err)
	return files
}

func TestCoreLoads(t *testing.T) {
	t.Parallel()
	p, err := rules.Load(coreFiles(t))
	require.NoError(t, err)
	require.Len(t, p.Dimensions, 11)
	require.Len(t, p.Priorities, 17)
	require.GreaterOrEqual(t, len(p.Facts), 50)
	require.Len(t, p.Options, 10)
	cells := 0
	for _, d := range p.Dimensions {
		for _, a := range d.Arguments {
			if a.Shares != nil {
				cells++
			}
		}
	}
	require.Equal(t, 44, cells)
}

// The program holds the core pack as generated code: it says what the files say,
// and each thing of it stands where it stands in them.
func TestCoreIsWhatItsFilesSay(t *testing.T) {
	t.Parallel()
	p, err := rules.Load(os.DirFS("core"))
	require.NoError(t, err)
	where := findDifference(reflect.ValueOf(*p), reflect.ValueOf(*rules.Core()), "Pack")
	require.Empty(t, where, "the core pack in rules/core_*_gen.go is stale: run go generate ./...")
	p.Steps[3].Acts = []string{}
	require.Equal(t, "Pack.Steps[3].Acts", findDifference(reflect.ValueOf(*p), reflect.ValueOf(*rules.Core()), "Pack"))
}

// findDifference gives the way to the first thing that two values say otherwise.
func findDifference(a, b reflect.Value, way string) string {
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if found := findDifference(a.Field(i), b.Field(i), way+"."+a.Type().Field(i).Name); found != "" {
				return found
			}
		}
		return ""
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() || a.Kind() == reflect.Slice && a.IsNil() != b.IsNil() {
			return way
		}
		for i := range a.Len() {
			if found := findDifference(a.Index(i), b.Index(i), fmt.Sprintf("%s[%d]", way, i)); found != "" {
				return found
			}
		}
		return ""
	case reflect.Pointer:
		if !a.IsNil() && !b.IsNil() {
			return findDifference(a.Elem(), b.Elem(), way)
		}
	}
	if !reflect.DeepEqual(a.Interface(), b.Interface()) {
		return way
	}
	return ""
}

func BenchmarkLoadCore(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Load(rules.CoreFiles()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCore(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if rules.Core().Digest == "" {
			b.Fatal("no pack")
		}
	}
}

func TestMistakesAllAtOnceWithPlaces(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	change := func(file, old, with string) {
		s := string(files[file].Data)
		require.Contains(t, s, old)
		files[file] = &fstest.MapFile{Data: []byte(strings.Replace(s, old, with, 1))}
	}
	change("bars.yaml", "confidentiality_duty: true", "confidentiality_dutty: true")
	change("dimensions/revenue_model.yaml", "hosting_rivals: active", "hosting_rivals: activ")
	change("dimensions/revenue_model.yaml", "serves: [revenue_flexibility]", "serves: [predictable_revenue]")
	change("options/in_house.yaml", "closed: 0.9", "closed: 1.9")
	_, err := rules.Load(files)
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	codes := map[string]diag.Diagnostic{}
	for _, d := range list {
		codes[d.Code] = d
		require.NotZero(t, d.Pos.Line, d.Error())
	}
	require.Equal(t, "confidentiality_duty", codes["AJ105"].Suggest)
	require.Equal(t, "active", codes["AJ104"].Suggest)
	require.Contains(t, codes, "AJ109")
	require.Contains(t, codes, "AJ107")
	require.Len(t, list, 4)
}

func TestUnknownAndMissingKeys(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	s := string(files["pack.yaml"].Data)
	files["pack.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(s, "version:", "versoin:", 1))}
	_, err := rules.Load(files)
	require.ErrorContains(t, err, `pack.yaml:2:1: AJ101 unknown key "versoin"; did you mean "version"?`)
	require.ErrorContains(t, err, `AJ102 "version" is missing`)
}
