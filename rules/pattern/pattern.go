// Package pattern holds regular expressions that cost nothing until they are
// asked for: most runs of a program ask for few of those that it has.
package pattern

import (
	"regexp"
	"sync"
)

// New gives what compiles an expression when it is first called, and keeps it. It
// then panics if the expression is none.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
