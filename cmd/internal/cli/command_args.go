package cli

import (
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/files"
)

// formatCommandArgs writes the arguments with which another command goes on from here.
func formatCommandArgs(name string, sets []string) string {
	if name == files.Stdin {
		name = "FILE"
	}
	words := []string{quoteForShell(name)}
	for _, set := range sets {
		words = append(words, "--set "+quoteForShell(set))
	}
	return strings.Join(words, " ")
}
