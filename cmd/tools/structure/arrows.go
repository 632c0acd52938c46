package main

import (
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// graph says which file refers to which: graph[a][b] if a names something that
// b defines.
type graph map[string]map[string]bool

// drawArrows gives the references between the files of one package.
func drawArrows(p *packages.Package) graph {
	g := graph{}
	generated := listGenerated(p)
	for id, obj := range p.TypesInfo.Uses {
		if obj.Pkg() != p.Types || isLocal(p, obj) {
			continue
		}
		from := p.Fset.Position(id.Pos()).Filename
		to := p.Fset.Position(obj.Pos()).Filename
		if from == to || generated[from] || generated[to] {
			continue
		}
		if g[from] == nil {
			g[from] = map[string]bool{}
		}
		g[from][to] = true
	}
	return g
}

// isLocal says whether an object is known inside one function only; fields and
// methods are known wherever their type is.
func isLocal(p *packages.Package, obj types.Object) bool {
	if v, ok := obj.(*types.Var); ok && v.IsField() {
		return false
	}
	if _, ok := obj.(*types.Func); ok {
		return false
	}
	return obj.Parent() != p.Types.Scope()
}

// countArrows counts all arrows.
func (g graph) countArrows() int {
	n := 0
	for _, to := range g {
		n += len(to)
	}
	return n
}

// findArrowsBack puts the files in the best order that a simple search finds
// (Eades, Lin and Smyth 1993) and lists the arrows that run against it. An
// acyclic graph has none.
func (g graph) findArrowsBack() []string {
	order := g.orderFiles()
	place := map[string]int{}
	for i, f := range order {
		place[f] = i
	}
	var back []string
	for from, list := range g {
		for to := range list {
			if place[from] > place[to] {
				back = append(back, filepath.Base(from)+" -> "+filepath.Base(to))
			}
		}
	}
	slices.Sort(back)
	return back
}

// orderFiles takes away, turn by turn, files that nobody is named by (last),
// files that name nobody (first), and else the file that names most more than
// it is named by.
func (g graph) orderFiles() []string {
	left := map[string]bool{}
	for from, list := range g {
		left[from] = true
		for to := range list {
			left[to] = true
		}
	}
	var first, last []string
	for len(left) > 0 {
		var best string
		most := 0
		took := false
		for _, f := range slices.Sorted(maps.Keys(left)) {
			out, in := g.countEnds(f, left)
			switch {
			case out == 0:
				last = append(last, f)
				took = true
			case in == 0:
				first = append(first, f)
				took = true
			case best == "" || out-in > most:
				best, most = f, out-in
				continue
			default:
				continue
			}
			delete(left, f)
			break
		}
		if !took {
			first = append(first, best)
			delete(left, best)
		}
	}
	slices.Reverse(last)
	return append(first, last...)
}

// countEnds counts the arrows out of and into a file among those left.
func (g graph) countEnds(file string, left map[string]bool) (out, in int) {
	for to := range g[file] {
		if left[to] {
			out++
		}
	}
	for from := range left {
		if g[from][file] {
			in++
		}
	}
	return out, in
}

// nameRoom is the path of a package below the module.
func nameRoom(p *packages.Package) string {
	return strings.TrimPrefix(strings.TrimPrefix(p.PkgPath, p.Module.Path), "/")
}
