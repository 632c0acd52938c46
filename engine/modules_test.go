//go:build !js

package engine_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Whoever imports the engine compiles one module of others: the YAML library
// that reads packs. The program here lives in a module of its own.
func TestImportersCompileOneModule(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	dir := t.TempDir()
	put := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	put("go.mod", "module tiny\n\ngo 1.26.0\n\nrequire github.com/ajar-decision/ajar v0.0.0\n\nreplace github.com/ajar-decision/ajar => "+root+"\n")
	put("main.go", `package main

import (
	"context"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

func main() {
	e, err := engine.New(rules.Core())
	if err != nil {
		panic(err)
	}
	r, err := e.Recommend(context.Background(), engine.Profile{Weights: map[string]float64{"adoption_reach": 9}})
	if err != nil {
		panic(err)
	}
	println(r.Stance)
}
`)
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	require.NoError(t, err)
	put("go.sum", string(sums))
	run := func(args ...string) string {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod")
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		return string(out)
	}
	if !testing.Short() { // to compile the engine once more takes ten seconds after each change
		require.Contains(t, run("run", "."), "open")
	}
	deps := strings.Fields(run("list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "."))
	slices.Sort(deps)
	require.Equal(t, []string{"github.com/ajar-decision/ajar", "go.yaml.in/yaml/v3", "tiny"}, slices.Compact(deps))
}
