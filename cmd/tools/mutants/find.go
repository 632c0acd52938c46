package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/packages"
)

// mutant is one way to break one place of the code.
type mutant struct {
	place    token.Position // of the code, its file relative to the module
	function string
	kind     string
	code     string // as it is written, on one line
	nth      int    // of those alike in a function, from 1
}

// name tells a mutant from all others, and stays while lines move.
func (m *mutant) name() string {
	return fmt.Sprintf("%s | %s | %s | %s | %d", m.place.Filename, m.function, m.kind, m.code, m.nth)
}

// finder goes through one file, notes its mutants and where their switches are written.
type finder struct {
	edits
	pkg      *packages.Package
	file     string // relative to the module
	source   []byte
	function string
	mutants  *[]mutant
	alike    map[string]int
	walked   map[ast.Node]bool // looked after by the node above
}

const switchesName = "mutantSwitches"

// findMutants adds the mutants of a file to the list and gives the file with their
// switches; a mutant's number is its place in the list, from 1.
func findMutants(pkg *packages.Package, f *ast.File, name string, source []byte, list *[]mutant) []byte {
	w := &finder{pkg: pkg, file: name, source: source, mutants: list, alike: map[string]int{}, walked: map[ast.Node]bool{}}
	whole := newEdits(f.FileStart)
	for _, d := range f.Decls {
		w.edits, w.function = whole, "-"
		first := len(*list) + 1
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			ast.Inspect(d, w.visit)
			continue
		}
		w.edits, w.function = newEdits(f.FileStart), fn.Name.Name
		ast.Inspect(fn.Body, w.visit)
		if len(*list) >= first {
			broken := w.apply(source, w.offset(fn.Body.Lbrace)+1, w.offset(fn.Body.Rbrace))
			whole.after[w.offset(fn.Body.Lbrace)+1] = fmt.Sprintf(" if %s.Within(%d, %d) {%s%s };", switchesName, first, len(*list), broken, lastReturn(fn))
		}
	}
	if len(w.alike) > 0 {
		whole.after[whole.offset(f.Name.End())] = fmt.Sprintf("; import %s %q", switchesName, pkg.Module.Path+"/"+switchesDir)
	}
	return whole.apply(source, 0, len(source))
}

// lastReturn ends the copy of a function that can be broken: what is whole stands behind
// it, and runs as fast as ever.
func lastReturn(fn *ast.FuncDecl) string {
	if fn.Type.Results == nil {
		return "; return"
	}
	return ""
}

// add notes a mutant of the code of a node and gives its number.
func (w *finder) add(kind string, n ast.Node) int {
	m := mutant{place: w.pkg.Fset.Position(n.Pos()), function: w.function, kind: kind,
		code: strings.Join(strings.Fields(string(w.source[w.offset(n.Pos()):w.offset(n.End())])), " ")}
	m.place.Filename = w.file
	key := m.function + "|" + kind + "|" + m.code
	w.alike[key]++
	m.nth = w.alike[key]
	*w.mutants = append(*w.mutants, m)
	return len(*w.mutants)
}

// call gives the code of a node to a function of the switches, with the number of a mutant.
func (w *finder) call(function, kind string, n ast.Node) {
	w.wrap(n, fmt.Sprintf("%s.%s(%d, ", switchesName, function, w.add(kind, n)), ")")
}

func (w *finder) visit(n ast.Node) bool {
	if n == nil || w.walked[n] {
		return false
	}
	if e, ok := n.(ast.Expr); ok && w.pkg.TypesInfo.Types[e].Value != nil {
		w.visitConstant(e)
		return false
	}
	switch n := n.(type) {
	case *ast.GenDecl:
		return n.Tok == token.VAR
	case *ast.ArrayType, *ast.StructType, *ast.InterfaceType, *ast.FuncType:
		return false
	case *ast.BlockStmt:
		w.removeStatements(n.List)
	case *ast.CommClause:
		w.removeStatements(n.Body)
	case *ast.CaseClause:
		for _, e := range n.List {
			w.walked[e] = w.pkg.TypesInfo.Types[e].Value != nil
		}
		w.removeStatements(n.Body)
	case *ast.IfStmt:
		w.flipLeaf(n.Cond)
	case *ast.ForStmt:
		w.flipLeaf(n.Cond)
	case *ast.ReturnStmt:
		for i, e := range n.Results {
			if w.flipLeaf(e); i < len(n.Results)-1 && w.failsWith(n) {
				w.walked[e] = w.pkg.TypesInfo.Types[e].Value != nil // nobody reads it
			}
		}
	case *ast.AssignStmt:
		if (n.Tok == token.ADD_ASSIGN || n.Tok == token.SUB_ASSIGN) && w.isNumber(n.Rhs[0]) {
			w.call("Minus", "sign", n.Rhs[0])
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT && w.isTruth(n) {
			w.call("Flip", "negation", n)
		}
	case *ast.BinaryExpr:
		w.visitBinary(n)
	case *ast.CallExpr:
		w.visitCall(n)
	case *ast.CompositeLit:
		if _, isStruct := w.pkg.TypesInfo.TypeOf(n).Underlying().(*types.Struct); !isStruct {
			for _, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					w.walked[kv.Key] = true
				}
			}
		}
	}
	return true
}

// removeStatements makes a mutant of every statement that something else can go without.
func (w *finder) removeStatements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.AssignStmt:
			if id, ok := s.Lhs[0].(*ast.Ident); s.Tok == token.DEFINE || len(s.Lhs) == 1 && ok && id.Name == "_" {
				continue
			}
		case *ast.BranchStmt:
			if s.Tok != token.BREAK && s.Tok != token.CONTINUE {
				continue
			}
		case *ast.ExprStmt:
			if c, ok := s.X.(*ast.CallExpr); ok && fmt.Sprint(c.Fun) == "panic" {
				continue
			}
		case *ast.IncDecStmt:
		default:
			continue
		}
		w.wrap(s, fmt.Sprintf("if !%s.On(%d) { ", switchesName, w.add("removed", s)), " }")
	}
}

// visitConstant makes a mutant of a number that is written where a value may stand.
func (w *finder) visitConstant(e ast.Expr) {
	t := w.pkg.TypesInfo.TypeOf(e)
	if w.isTruth(e) {
		w.call("Flip", "truth", e)
		return
	}
	basic, _ := t.Underlying().(*types.Basic)
	if basic == nil || basic.Info()&(types.IsInteger|types.IsFloat) == 0 || basic.Info()&types.IsUntyped != 0 {
		return
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != w.pkg.Types {
		return
	}
	written := false
	ast.Inspect(e, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		written = written || ok && (lit.Kind == token.INT || lit.Kind == token.FLOAT)
		return true
	})
	if written {
		w.call("Number["+types.TypeString(t, types.RelativeTo(w.pkg.Types))+"]", "one more", e)
	}
}

var binary = map[token.Token]struct{ function, kind string }{
	token.LSS: {"Less", "bound"}, token.LEQ: {"AtMost", "bound"}, token.GTR: {"More", "bound"}, token.GEQ: {"AtLeast", "bound"},
	token.ADD: {"Add", "arithmetic"}, token.SUB: {"Subtract", "arithmetic"}, token.MUL: {"Multiply", "arithmetic"},
	token.QUO: {"Divide", "arithmetic"}, token.REM: {"Remainder", "arithmetic"},
}

func (w *finder) visitBinary(n *ast.BinaryExpr) {
	switch n.Op {
	case token.LAND, token.LOR: // one for the other: both sides and the whole turned
		if !w.isTruth(n) {
			return
		}
		start := fmt.Sprintf("%s.Flip(%d, ", switchesName, w.add("and or", n))
		for _, part := range []ast.Node{n, n.X, n.Y} {
			w.wrap(part, start, ")")
		}
		w.flipLeaf(n.X)
		w.flipLeaf(n.Y)
		return
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		if w.isTruth(n) {
			w.call("Flip", "negation", n)
		}
	}
	b, ok := binary[n.Op]
	comparesText := b.kind == "bound" && types.AssignableTo(w.pkg.TypesInfo.TypeOf(n.X), types.Typ[types.String])
	if ok && (comparesText || w.isNumber(n.X) && w.isNumber(n.Y)) {
		w.call(b.function, b.kind, n)
		w.instead[w.offset(n.OpPos)] = "," + strings.Repeat(" ", len(n.Op.String())-1)
	}
}

// failsWith reports whether a statement returns an error.
func (w *finder) failsWith(n *ast.ReturnStmt) bool {
	t := w.pkg.TypesInfo.Types[n.Results[len(n.Results)-1]]
	return !t.IsNil() && types.Implements(t.Type, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// flipLeaf makes a mutant of a truth value that is read or asked for, not compared.
func (w *finder) flipLeaf(e ast.Expr) {
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.IndexExpr:
		if tv := w.pkg.TypesInfo.Types[e]; tv.Value == nil && w.isTruth(e) {
			w.call("Flip", "negation", e)
		}
	}
}

// visitCall makes mutants of what orders and bounds; the size to which room is made
// ahead changes nothing.
func (w *finder) visitCall(n *ast.CallExpr) {
	switch fun := types.ExprString(n.Fun); {
	case fun == "make":
		for i, a := range n.Args {
			w.walked[a] = i == 2 || i == 1 && !isSlice(w.pkg.TypesInfo.TypeOf(n))
		}
	case fun == "math.Inf":
		w.walked[n.Args[0]] = true
	case fun == "min" && len(n.Args) == 2:
		w.swapCall("Lower", n)
	case fun == "max" && len(n.Args) == 2:
		w.swapCall("Higher", n)
	case fun == "cmp.Compare" || fun == "strings.Compare":
		w.call("Minus", "order", n)
	case fun == "cmp.Or" && types.Identical(w.pkg.TypesInfo.TypeOf(n), types.Typ[types.Int]):
		for _, a := range n.Args {
			w.call("Equal", "tie", a)
		}
	}
}

func (w *finder) swapCall(function string, n *ast.CallExpr) {
	id := w.add("min max", n)
	w.instead[w.offset(n.Fun.Pos())] = "   "
	w.wrap(n, fmt.Sprintf("%s.%s", switchesName, function), "")
	w.before[w.offset(n.Args[0].Pos())] += fmt.Sprintf("%d, ", id)
}

func isSlice(t types.Type) bool { _, ok := t.Underlying().(*types.Slice); return ok }

func (w *finder) isTruth(e ast.Expr) bool {
	t := w.pkg.TypesInfo.TypeOf(e)
	return t != nil && types.Identical(types.Default(t), types.Typ[types.Bool])
}

func (w *finder) isNumber(e ast.Expr) bool {
	b, ok := w.pkg.TypesInfo.TypeOf(e).Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsFloat) != 0
}
