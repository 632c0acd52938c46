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
	kind     string // the argument "case", if it is a literal
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

var codeForm = regexp.MustCompile(`^AJ\d{3}$`)

// isBad finds the calls of the closure with which a fact is refused: bad(case, value).
func isBad(call *ast.CallExpr) bool {
	name, ok := call.Fun.(*ast.Ident)
	return ok && name.Name == "bad" && len(call.Args) == 2
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
			if ok && isBad(call) {
				calls = append(calls, raised{at: files.Position(call.Pos()).String(), code: "AJ113", kind: literal(call.Args[0]), keys: []string{"case", "id", "value"}})
			}
			if !ok || len(call.Args) < 2 || !codeForm.MatchString(literal(call.Args[1])) {
				return true
			}
			r := raised{at: files.Position(call.Pos()).String(), code: literal(call.Args[1])}
			for i := 2; i < len(call.Args); i += 2 {
				r.keys = append(r.keys, literal(call.Args[i]))
				if literal(call.Args[i]) == "case" {
					r.kind = literal(call.Args[i+1])
				}
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
		d, general := diag.Diagnostic{Code: call.code, Args: map[string]string{"case": call.kind}}, diag.Diagnostic{Code: call.code}
		if call.kind != "" {
			require.NotEqual(t, general.Message("en"), d.Message("en"), "%s: %s has no case %q", call.at, call.code, call.kind)
			require.NotEqual(t, general.Message("zh"), d.Message("zh"), call.at)
		}
		for _, m := range gap.FindAllStringSubmatch(d.Message("en")+d.Hint("en"), -1) {
			require.Contains(t, call.keys, m[1], "%s: %s", call.at, call.code)
		}
	}
}
