package compiled

import (
	"github.com/ajar-decision/ajar/rules"
)

// Numbers are the pack's own numbers as they are written, each once, and where each is
// used. What is the same number wherever it is used may be off everywhere at once.
type Numbers struct {
	List     []rules.Number
	Strength []int   // per argument: its place in List
	Factor   []int   // per moderator
	Capture  [][]int // per form, per argument
	Raise    [][]int // per form, per raise
}
