package engine_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// METHOD.md names the function that computes each equation as "file.go: name,
// name": every one of them must be there, so that the page cannot drift.
func TestMethodNamesFunctionsThatExist(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("METHOD.md")
	require.NoError(t, err)
	text := strings.Join(strings.Fields(string(page)), " ")
	references := regexp.MustCompile("`([a-z_./]+\\.go): ([^`]+)`").FindAllStringSubmatch(text, -1)
	require.Greater(t, len(references), 50, "the pattern finds no references any more")
	declared := map[string]map[string]bool{}
	for _, ref := range references {
		file := ref[1]
		if declared[file] == nil {
			declared[file] = declaredFunctions(t, file)
		}
		for name := range strings.SplitSeq(ref[2], ", ") {
			require.True(t, declared[file][name], "METHOD.md names %s in engine/%s, where it is not declared; correct the page", name, file)
		}
	}
}

// declaredFunctions lists the functions of a file as "name" and the methods as
// "Type.name".
func declaredFunctions(t *testing.T, file string) map[string]bool {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	require.NoError(t, err, "METHOD.md names a file that is not there; correct the page")
	names := map[string]bool{}
	for _, decl := range parsed.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		name := f.Name.Name
		if f.Recv != nil {
			receiver := f.Recv.List[0].Type
			if star, ok := receiver.(*ast.StarExpr); ok {
				receiver = star.X
			}
			if ident, ok := receiver.(*ast.Ident); ok {
				name = ident.Name + "." + name
			}
		}
		names[name] = true
	}
	return names
}
