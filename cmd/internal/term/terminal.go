package term

import (
	xterm "golang.org/x/term"
)

// DefaultWidth is the width of text that does not go to a terminal, so that
// the same command gives the same bytes everywhere.
const DefaultWidth = 80

// Lines shorter than MinWidth cannot hold an id, and lines longer than
// MaxRead are hard to read, so a wide terminal is not filled.
const (
	MinWidth         = 20
	MaxWidth         = 1000
	maxReadableWidth = 100
)

// IsTerminal reports whether a reader or writer is a terminal.
func IsTerminal(stream any) bool {
	f := fileOf(stream)
	return f != nil && xterm.IsTerminal(int(f.Fd()))
}

// Width gives the width for text on a stream: what was asked for if it is not
// 0, else the width of the terminal up to 100, else 80.
func Width(asked int, stream any) int {
	if asked > 0 {
		return asked
	}
	f := fileOf(stream)
	if f == nil {
		return DefaultWidth
	}
	w, _, err := xterm.GetSize(int(f.Fd()))
	if err != nil || w <= 0 {
		return DefaultWidth
	}
	return max(MinWidth, min(w, maxReadableWidth))
}

// Height gives the lines of a terminal, 0 if it cannot be told.
func Height(stream any) int {
	f := fileOf(stream)
	if f == nil {
		return 0
	}
	_, h, err := xterm.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return h
}
