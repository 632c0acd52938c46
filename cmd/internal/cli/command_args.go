package cli

import (
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/engine/report"
)

// placeholder stands in a command for a file that has no name yet.
const placeholder = "FILE"

// formatCommandArgs writes the arguments with which another command goes on from here.
func formatCommandArgs(name string, sets []string) string {
	if name == files.Stdin {
		name = placeholder
	}
	words := []string{quoteForShell(name)}
	for _, set := range sets {
		words = append(words, "--set "+quoteForShell(set))
	}
	return strings.Join(words, " ")
}

// placeCheck tells in a decision record which file a check reads, where the profile does not
// stand in one as it was decided: a check takes no --set, and for what is no file nothing
// says where its lock is. It is nil where a check reads what was decided.
func placeCheck(name string, sets []string) report.WriteOption {
	switch {
	case !isFile(name):
		return report.CheckSaved(placeholder)
	case len(sets) > 0:
		return report.CheckSaved(quoteForShell(name))
	}
	return nil
}
