package main

import (
	"go/ast"
	"go/token"
)

// edits are what is written into a file, by where it stands.
type edits struct {
	start                  token.Pos
	before, after, instead map[int]string
}

func newEdits(start token.Pos) edits {
	return edits{start: start, before: map[int]string{}, after: map[int]string{}, instead: map[int]string{}}
}

func (e *edits) offset(p token.Pos) int { return int(p - e.start) }

// wrap writes around a node; the nodes that hold others come first.
func (e *edits) wrap(n ast.Node, before, after string) {
	e.before[e.offset(n.Pos())] += before
	end := e.offset(n.End())
	e.after[end] = after + e.after[end]
}

// apply gives a stretch of the source with what is written into it.
func (e *edits) apply(source []byte, from, to int) []byte {
	var out []byte
	for i := from; i <= to; i++ {
		out = append(out, e.after[i]...)
		out = append(out, e.before[i]...)
		if instead := e.instead[i]; instead != "" {
			out = append(out, instead...)
			i += len(instead) - 1
			continue
		}
		if i < to {
			out = append(out, source[i])
		}
	}
	return out
}
