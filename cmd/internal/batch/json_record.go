package batch

import (
	"bytes"
	"unicode/utf8"

	"github.com/ajar-decision/ajar/rules"
)

// readJSON reads a record of the usual shape in one pass:
//
//	{"ajar": 1, "name": "text", "priorities": {"id": number}, "facts": {"id": "value"}}
//
// each at most once, in any order, with true, false or a list of values for facts that
// take them. It is false for anything else, which need be no mistake.
func (r *record) readJSON(line []byte) bool {
	r.clear()
	c := cursor{line: line}
	before, seen := &r.first, 0
	mark := func(bit int) bool {
		first := seen&bit == 0
		seen |= bit
		return first
	}
	ok := c.object(func(key []byte) bool {
		switch string(key) {
		case "ajar":
			return mark(1) && string(c.number()) == "1"
		case "name":
			name, ok := c.text()
			r.name = name
			return ok && mark(2)
		case "priorities":
			return mark(4) && c.object(func(id []byte) bool {
				before = r.words.find(id, before)
				return before != nil && before.fact == nil && r.weigh(before, c.number())
			})
		case "facts":
			return mark(8) && c.object(func(id []byte) bool {
				before = r.words.find(id, before)
				return before != nil && before.fact != nil && r.readAnswer(&c, before)
			})
		}
		return false
	})
	c.skipSpace()
	return ok && c.at == len(line)
}

// readAnswer reads the answer to a fact.
func (r *record) readAnswer(c *cursor, t *thing) bool {
	switch c.peek() {
	case '"':
		word, ok := c.word()
		return ok && r.answer(t, word)
	case 't', 'f':
		return r.answerTruth(t, c.literal())
	case '[':
		if t.fact.fact.Type != rules.SetFact {
			return false
		}
		var room [rules.MaxMembers]int
		places, ok := c.values(t.fact, room[:0])
		return ok && r.answerSet(t, places)
	}
	return false
}

// cursor goes through a line of JSON once.
type cursor struct {
	line []byte
	at   int
}

func (c *cursor) skipSpace() {
	for c.at < len(c.line) {
		switch c.line[c.at] {
		case ' ', '\t', '\r', '\n':
			c.at++
		default:
			return
		}
	}
}

// peek gives the next byte that is no space, 0 at the end.
func (c *cursor) peek() byte {
	c.skipSpace()
	if c.at == len(c.line) {
		return 0
	}
	return c.line[c.at]
}

// take goes over a byte, if that comes next.
func (c *cursor) take(b byte) bool {
	if c.peek() != b {
		return false
	}
	c.at++
	return true
}

// object reads an object; each reads the value of a key.
func (c *cursor) object(each func(key []byte) bool) bool {
	if !c.take('{') {
		return false
	}
	if c.take('}') {
		return true
	}
	for {
		key, ok := c.word()
		if !ok || !c.take(':') || !each(key) {
			return false
		}
		if c.take('}') {
			return true
		}
		if !c.take(',') {
			return false
		}
	}
}

// word reads a text up to the next quote. What it holds is not looked at: no word that is
// known has an escape.
func (c *cursor) word() ([]byte, bool) {
	if !c.take('"') {
		return nil, false
	}
	length := bytes.IndexByte(c.line[c.at:], '"')
	if length < 0 {
		return nil, false
	}
	word := c.line[c.at : c.at+length]
	c.at += length + 1
	return word, true
}

// text reads a text without escapes.
func (c *cursor) text() ([]byte, bool) {
	if !c.take('"') {
		return nil, false
	}
	start, ascii := c.at, true
	for c.at < len(c.line) {
		switch b := c.line[c.at]; {
		case b == '"':
			text := c.line[start:c.at]
			c.at++
			return text, ascii || utf8.Valid(text)
		case b == '\\' || b < ' ':
			return nil, false
		default:
			ascii = ascii && b < utf8.RuneSelf
		}
		c.at++
	}
	return nil, false
}

// literal reads a word of small letters.
func (c *cursor) literal() []byte {
	start := c.at
	for c.at < len(c.line) && c.line[c.at]-'a' <= 'z'-'a' {
		c.at++
	}
	return c.line[start:c.at]
}

// number reads a number as JSON writes it; empty if there is none.
func (c *cursor) number() []byte {
	c.peek()
	start := c.at
	if c.at < len(c.line) && c.line[c.at] == '-' {
		c.at++
	}
	whole := c.digits()
	if len(whole) == 0 || whole[0] == '0' && len(whole) > 1 {
		return nil
	}
	if c.at < len(c.line) && c.line[c.at] == '.' {
		c.at++
		if len(c.digits()) == 0 {
			return nil
		}
	}
	// What is written with an exponent is left to package profiles: the byte that
	// follows is neither a comma nor a bracket.
	return c.line[start:c.at]
}

func (c *cursor) digits() []byte {
	start := c.at
	for c.at < len(c.line) && c.line[c.at]-'0' <= 9 {
		c.at++
	}
	return c.line[start:c.at]
}

// values reads a list of values of a set, by their places.
func (c *cursor) values(of *factWords, places []int) ([]int, bool) {
	c.take('[')
	for len(places) < cap(places) {
		word, ok := c.word()
		place, known := of.values[string(word)]
		if !ok || !known {
			return nil, false
		}
		places = append(places, place)
		if c.take(']') {
			return places, true
		}
		if !c.take(',') {
			return nil, false
		}
	}
	return nil, false
}
