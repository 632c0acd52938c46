package main

import (
	"go/ast"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// oneWord is a name that is one lower-case word: it says no object, and a
// search for it finds everything.
var oneWord = regexp.MustCompile(`^[a-z]+$`)

// function is a function or method that a person wrote.
type function struct {
	name, owner string // owner: package, or package and receiver
}

// listFunctions lists the functions of all packages, generated files and main left out.
func listFunctions(pkgs []*packages.Package) []function {
	var out []function
	for _, p := range pkgs {
		for _, f := range p.Syntax {
			if ast.IsGenerated(f) {
				continue
			}
			for _, d := range f.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok || fn.Name.Name == "init" || fn.Name.Name == "main" {
					continue
				}
				owner := p.PkgPath
				if fn.Recv != nil {
					owner += "." + strings.TrimLeft(types.ExprString(fn.Recv.List[0].Type), "*")
				}
				out = append(out, function{fn.Name.Name, owner})
			}
		}
	}
	return out
}

// countOneWord counts the functions whose name is one lower-case word.
func countOneWord(functions []function) int {
	n := 0
	for _, f := range functions {
		if oneWord.MatchString(f.name) {
			n++
		}
	}
	return n
}

// listSharedNames lists the one-word names that three or more receivers or
// packages share.
func listSharedNames(functions []function) []string {
	owners := map[string][]string{}
	for _, f := range functions {
		if oneWord.MatchString(f.name) && !slices.Contains(owners[f.name], f.owner) {
			owners[f.name] = append(owners[f.name], f.owner)
		}
	}
	var out []string
	for name, list := range owners {
		if len(list) >= 3 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// findLargestMethodSet finds the type with the most methods, promoted ones
// included and generated ones left out.
func findLargestMethodSet(pkgs []*packages.Package) (name string, size int) {
	for _, p := range pkgs {
		generated := listGenerated(p)
		for _, id := range p.Types.Scope().Names() {
			obj, ok := p.Types.Scope().Lookup(id).(*types.TypeName)
			if !ok || obj.IsAlias() {
				continue
			}
			set := types.NewMethodSet(types.NewPointer(obj.Type()))
			n := 0
			for i := range set.Len() {
				if !generated[p.Fset.Position(set.At(i).Obj().Pos()).Filename] {
					n++
				}
			}
			if n > size {
				name, size = strings.TrimPrefix(p.PkgPath, p.Module.Path+"/")+"."+id, n
			}
		}
	}
	return name, size
}

func listGenerated(p *packages.Package) map[string]bool {
	out := map[string]bool{}
	for _, f := range p.Syntax {
		out[p.Fset.Position(f.Pos()).Filename] = ast.IsGenerated(f)
	}
	return out
}

// publicRooms are the packages whose exported types a caller uses side by side.
var publicRooms = []string{"engine", "engine/session", "profiles", "profiles/lock"}

// listSameTypes lists exported types of one name in the public rooms. A type
// that is an alias of the other is the same type, not a second one.
func listSameTypes(pkgs []*packages.Package) []string {
	seen := map[string]string{}
	var out []string
	for _, p := range pkgs {
		room := strings.TrimPrefix(p.PkgPath, p.Module.Path+"/")
		if !slices.Contains(publicRooms, room) {
			continue
		}
		for _, id := range p.Types.Scope().Names() {
			obj, ok := p.Types.Scope().Lookup(id).(*types.TypeName)
			if !ok || !obj.Exported() || obj.IsAlias() {
				continue
			}
			if first, ok := seen[id]; ok {
				out = append(out, path.Base(first)+"."+id+" and "+path.Base(room)+"."+id)
			} else {
				seen[id] = room
			}
		}
	}
	return out
}
