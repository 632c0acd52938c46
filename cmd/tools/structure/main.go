// Structure measures how easily a stranger finds the way: names that say what
// they do, types whose names are theirs alone, and files that refer to each
// other in one direction. It prints the measures and fails where one is over
// its bound. Run it as "make structure".
package main

import (
	"fmt"
	"os"

	"golang.org/x/tools/go/packages"
)

// Bounds are what the project holds itself to; lower them when it does better.
const (
	mostOneWordPercent = 30 // of function names
	mostSharedNames    = 20 // one-word names of three or more receivers or packages
	largestMethodSet   = 60
	mostArrowsBack     = 9 // references between files of a package against the order of its files
)

func main() {
	dir := "."
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	pkgs, err := loadPackages(dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, "structure:", err)
		os.Exit(1)
	}
	if !report(os.Stdout, pkgs) {
		os.Exit(1)
	}
}

func loadPackages(dir string) ([]*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{
		Dir: dir,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes |
			packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps | packages.NeedModule,
	}, "./...")
	if err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			return nil, p.Errors[0]
		}
	}
	return pkgs, nil
}
