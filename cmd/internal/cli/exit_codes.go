package cli

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Exit codes, as "ajar help exit-codes" explains them.
const (
	ExitOK          = 0
	ExitFailed      = 1 // own fault, or something could not be read or written
	ExitUsage       = 2 // a mistake in the command or in a profile
	ExitGateFailed  = 3 // what check was asked to fail on is so
	ExitIncomplete  = 4 // input is needed and cannot be had, or the person left with the answers saved
	ExitInterrupted = 130
)

// exitCode chooses by the kinds of the mistakes. What could not be read or
// written comes first, since the other mistakes may follow from it.
func exitCode(list diag.List) int {
	has := func(kind diag.Kind) bool {
		return slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Kind() == kind })
	}
	switch {
	case has(diag.Fault):
		return ExitFailed
	case has(diag.Gate):
		return ExitGateFailed
	}
	return ExitUsage
}
