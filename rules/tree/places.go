package tree

import "github.com/ajar-decision/ajar/rules/diag"

// Places tells line and column of byte offsets in one text. Making it costs
// one pass; afterwards an offset costs the same wherever it lies, so that a
// reader that asks for every word of a hostile file stays linear.
type Places struct {
	file  string
	data  []byte
	marks []lineCol // of every markStep-th byte
}

type lineCol struct{ line, col int }

const markStep = 512

// NewPlaces goes through the text once.
func NewPlaces(file string, data []byte) *Places {
	p := &Places{file: file, data: data, marks: make([]lineCol, 0, len(data)/markStep+1)}
	at := lineCol{1, 1}
	for i, b := range data {
		if i%markStep == 0 {
			p.marks = append(p.marks, at)
		}
		at.moveOver(b)
	}
	if len(data)%markStep == 0 { // the end of the text is a place too
		p.marks = append(p.marks, at)
	}
	return p
}

// moveOver moves over one byte; only the first byte of a character moves on.
func (at *lineCol) moveOver(b byte) {
	switch {
	case b == '\n':
		at.line, at.col = at.line+1, 1
	case b&0xC0 != 0x80:
		at.col++
	}
}

// At gives the place of the character that starts at the offset; an offset
// outside the text counts as its nearest end. Columns count characters.
func (p *Places) At(offset int) diag.Pos {
	offset = max(0, min(offset, len(p.data)))
	mark := offset / markStep
	at := p.marks[mark]
	for _, b := range p.data[mark*markStep : offset] {
		at.moveOver(b)
	}
	return diag.Pos{File: p.file, Line: at.line, Col: at.col}
}
