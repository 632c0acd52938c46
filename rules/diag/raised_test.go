package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/diag"
)

// raised is a call of New with a literal code.
type raised struct {
	at, code string
	keys     []string
}

// literal gives the text of a string literal, "" for anything else.
func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return text
}

func newCalls(t *testing.T, root string) (calls []raised) {
	t.Helper()
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) < 2 || !strings.HasPrefix(literal(call.Args[1]), "AJ") {
				return true
			}
			r := raised{at: files.Position(call.Pos()).String(), code: literal(call.Args[1])}
			for i := 2; i < len(call.Args); i += 2 {
				r.keys = append(r.keys, literal(call.Args[i]))
			}
			calls = append(calls, r)
			return true
		})
		return nil
	})
	require.NoError(t, err)
	return calls
}

// A message with a gap that nobody fills would show its pattern to the user.
func TestEveryGapIsFilledWhereTheCodeIsRaised(t *testing.T) {
	t.Parallel()
	gap := regexp.MustCompile(`\{([a-z]+)\}`)
	calls := newCalls(t, "../..")
	require.Greater(t, len(calls), 50, "the search finds them")
	for _, call := range calls {
		require.True(t, slices.Contains(diag.Codes(), call.code), "%s: %s is not in codes.yaml", call.at, call.code)
		d := diag.Diagnostic{Code: call.code}
		for _, m := range gap.FindAllStringSubmatch(d.Message("en")+d.Hint("en"), -1) {
			require.Contains(t, call.keys, m[1], "%s: %s", call.at, call.code)
		}
	}
}
