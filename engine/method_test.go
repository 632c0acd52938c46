package engine_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The pages for those who change the code name functions as "file.go: name,
// name": every one of them must be there, so that the pages cannot drift.
func TestPagesNameFunctionsThatExist(t *testing.T) {
	t.Parallel()
	reference := regexp.MustCompile("`([a-z_./]+\\.go): ([^`]+)`")
	for _, page := range []struct {
		name, root string
		atLeast    int // references, or the pattern finds them no more
	}{{"METHOD.md", ".", 50}, {"../.github/CONTRIBUTING.md", "..", 15}} {
		data, err := os.ReadFile(page.name)
		require.NoError(t, err)
		references := reference.FindAllStringSubmatch(strings.Join(strings.Fields(string(data)), " "), -1)
		require.Greater(t, len(references), page.atLeast, page.name)
		declared := map[string]map[string]bool{}
		for _, ref := range references {
			file := filepath.Join(page.root, ref[1])
			if declared[file] == nil {
				declared[file] = declaredFunctions(t, file)
			}
			for name := range strings.SplitSeq(ref[2], ", ") {
				require.True(t, declared[file][name], "%s names %s in %s, where it is not declared; correct the page", page.name, name, ref[1])
			}
		}
	}
}

// declaredFunctions lists the functions of a file as "name" and the methods as
// "Type.name".
func declaredFunctions(t *testing.T, file string) map[string]bool {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	require.NoError(t, err, "a page names a file that is not there; correct it")
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
