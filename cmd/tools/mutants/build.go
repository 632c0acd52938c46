package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/ajar-decision/ajar/cmd/tools/mutants/switches"
)

//go:embed switches/switches.go
var switchesSource []byte

const switchesDir = "internal/mutantswitches"

// testBinary is the tests of one package, with all mutants in them.
type testBinary struct {
	dir, path string
	flags     []string
}

// drawAlike are flags for tests with random inputs: the same each time, and none looked for
// that is smaller, which would take longer than all the rest.
var drawAlike = []string{"-rapid.seed=1", "-rapid.shrinktime=1ns", "-rapid.nofailfile"}

// buildMutants finds the mutants of the packages under root and builds the tests of each,
// once, in work; what lies in root stays as it is.
func buildMutants(root, work string, patterns []string, skip *regexp.Regexp) ([]mutant, []testBinary, error) {
	pkgs, err := packages.Load(&packages.Config{Dir: root, Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles |
		packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps | packages.NeedModule}, patterns...)
	if err != nil {
		return nil, nil, err
	}
	var mutants []mutant
	replace := map[string]string{}
	write := func(place string, source []byte) error {
		replace[place] = filepath.Join(work, fmt.Sprintf("%d.go", len(replace)))
		return os.WriteFile(replace[place], source, 0o600)
	}
	for _, pkg := range pkgs {
		if len(pkg.Errors) > 0 {
			return nil, nil, pkg.Errors[0]
		}
		for i, f := range pkg.Syntax {
			name := filepath.ToSlash(strings.TrimPrefix(pkg.CompiledGoFiles[i], pkg.Module.Dir+string(filepath.Separator)))
			if skip.MatchString(name) || ast.IsGenerated(f) {
				continue
			}
			source, err := os.ReadFile(pkg.CompiledGoFiles[i])
			if err != nil {
				return nil, nil, err
			}
			if err := write(pkg.CompiledGoFiles[i], findMutants(pkg, f, name, source, &mutants)); err != nil {
				return nil, nil, err
			}
		}
	}
	if len(mutants) == 0 || len(mutants) > switches.Most {
		return nil, nil, fmt.Errorf("%d mutants in %s", len(mutants), strings.Join(patterns, " "))
	}
	if err := write(filepath.Join(pkgs[0].Module.Dir, switchesDir, "switches.go"), switchesSource); err != nil {
		return nil, nil, err
	}
	tests, err := buildTests(pkgs, work, replace)
	return mutants, tests, err
}

func buildTests(pkgs []*packages.Package, work string, replace map[string]string) ([]testBinary, error) {
	overlay := filepath.Join(work, "overlay.json")
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		return nil, err
	}
	var tests []testBinary
	for i, pkg := range pkgs {
		t := testBinary{dir: filepath.Dir(pkg.CompiledGoFiles[0]), path: filepath.Join(work, fmt.Sprintf("%d.test", i))}
		if found, _ := filepath.Glob(filepath.Join(t.dir, "*_test.go")); len(found) == 0 {
			continue
		}
		c := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", t.path, ".")
		c.Dir = t.dir
		if out, err := c.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", pkg.PkgPath, err, out)
		}
		if exec.Command(t.path, append([]string{"-test.list", "^$"}, drawAlike...)...).Run() == nil {
			t.flags = drawAlike // it has such tests
		}
		tests = append(tests, t)
	}
	return tests, nil
}
