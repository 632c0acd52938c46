package main

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/tools/go/packages"
)

// report prints the measures and says whether all are within their bounds.
func report(w io.Writer, pkgs []*packages.Package) bool {
	ok := true
	hold := func(held bool, format string, args ...any) {
		mark := "  "
		if !held {
			mark, ok = "! ", false
		}
		fmt.Fprintf(w, mark+format+"\n", args...)
	}
	functions := listFunctions(pkgs)
	words := countOneWord(functions)
	percent := 100 * words / max(1, len(functions))
	hold(percent <= mostOneWordPercent, "%d of %d function names are one lower-case word: %d %% (at most %d)",
		words, len(functions), percent, mostOneWordPercent)
	shared := listSharedNames(functions)
	hold(len(shared) <= mostSharedNames, "%d one-word names are shared by three or more (at most %d): %s",
		len(shared), mostSharedNames, strings.Join(shared, " "))
	name, size := findLargestMethodSet(pkgs)
	hold(size <= largestMethodSet, "largest method set: %s, %d (at most %d)", name, size, largestMethodSet)
	same := listSameTypes(pkgs)
	hold(len(same) == 0, "%d exported types share a name (none may): %s", len(same), strings.Join(same, ", "))
	total := 0
	for _, p := range pkgs {
		g := drawArrows(p)
		back := g.findArrowsBack()
		total += len(back)
		if len(back) > 0 {
			fmt.Fprintf(w, "    %s: %d of %d references between files run back: %s\n", nameRoom(p), len(back), g.countArrows(), strings.Join(back, ", "))
		}
	}
	hold(total <= mostArrowsBack, "%d references between files run back (at most %d)", total, mostArrowsBack)
	return ok
}
