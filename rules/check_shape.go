package rules

import (
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// shapeWalker goes through everything that a pack says, of whatever kind, and refuses
// what can be meant nowhere: a list that is empty or names one thing twice, and a
// condition that is missing or put together wrongly.
type shapeWalker struct {
	list    *diag.List
	isLarge *bool // set if a condition is too large to go through
	// Of what stands around: its place, its id, and the key in it.
	at      diag.Pos
	id, key string
	// isRequired says that the key may not be left out, mayBeEmpty that it may be an
	// empty list all the same.
	isRequired, mayBeEmpty bool
}

var (
	textType      = reflect.TypeFor[Text]()
	wordsType     = reflect.TypeFor[tree.Words]()
	conditionType = reflect.TypeFor[Condition]()
)

// walk looks at a value that stands under w.key.
func (w shapeWalker) walk(v reflect.Value) {
	switch t := v.Type(); {
	case t == textType || t == wordsType:
	case t == conditionType:
		w.walkCondition(v.Addr().Interface().(*Condition))
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			w.walk(v.Elem())
		} else if t.Elem() == conditionType && w.isRequired {
			w.list.Add(diag.InvalidPackNoCondition(w.at, w.id))
		}
	case v.Kind() == reflect.Slice:
		w.walkList(v)
	case v.Kind() == reflect.Struct:
		w.walkStruct(v)
	}
}

func (w shapeWalker) walkStruct(v reflect.Value) {
	t := v.Type()
	if at := v.FieldByName("At"); at.IsValid() {
		if at, ok := at.Addr().Interface().(*diag.Pos); ok && at.File != "" {
			w.at = *at
		}
	}
	if id := v.FieldByName("ID"); id.IsValid() {
		w.id = id.String()
	}
	for i := range t.NumField() {
		key, more, _ := strings.Cut(t.Field(i).Tag.Get("tree"), ",")
		w.key, w.isRequired = key, key != "" && more == ""
		if key == "" {
			w.key = t.Field(i).Name
		}
		w.mayBeEmpty = key == "" || mayBeEmpty[key] // no key: nothing that stands in a file
		w.walk(v.Field(i))
	}
}

// mayBeEmpty lists the keys under which an empty list says something: that nobody is
// named, or that a form does nothing under conditions in place of what its option does.
// What states numbers needs sources all the same, which is checked with the numbers.
var mayBeEmpty = map[string]bool{"source": true, "claimed_by": true, "acts_if": true}

func (w shapeWalker) walkList(v reflect.Value) {
	if value, ok := tree.ValueOfTable(v.Type()); ok {
		w.walkTable(v, value)
		return
	}
	if v.Len() == 0 && (w.isRequired || !v.IsNil()) && !w.mayBeEmpty {
		w.list.Add(diag.InvalidPackEmptyList(w.at, w.key))
	}
	if v.Type().Elem().Kind() == reflect.String {
		w.refuseRepeats(v)
		return
	}
	for i := range v.Len() {
		w.walk(v.Index(i))
	}
}

func (w shapeWalker) refuseRepeats(words reflect.Value) {
	if words.Len() < 2 {
		return
	}
	seen := make(map[string]bool, words.Len())
	for i := range words.Len() {
		word := words.Index(i).String()
		if seen[word] {
			w.list.Add(diag.InvalidPackListedTwice(w.at, w.keyInFile(), word))
		}
		seen[word] = true
	}
}

// keyInFile writes the name of a field that has no key as a file would: claimed_by.
func (w shapeWalker) keyInFile() string {
	var b strings.Builder
	for i, r := range w.key {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// walkTable looks at a table, whose lists may be empty: an option may do nothing with a
// kind of part.
func (w shapeWalker) walkTable(v reflect.Value, value reflect.Type) {
	w.isRequired, w.mayBeEmpty = false, value.Kind() == reflect.Slice
	for i := range v.Len() {
		key := v.Index(i).Field(0).String()
		if i > 0 && key <= v.Index(i-1).Field(0).String() {
			w.list.Add(diag.InvalidPackTableOrder(w.at, w.keyInFile()))
		}
		entry := w
		entry.key = key
		entry.walk(v.Index(i).Field(1))
	}
}

// walkCondition refuses a condition that is too large to go through, such as one that is
// a part of itself, and else what is wrong with how it is put together.
func (w shapeWalker) walkCondition(c *Condition) {
	if parts := 0; !c.isWithin(&parts, 1) {
		*w.isLarge = true
		w.list.Add(diag.InvalidPackLargeCondition(w.at, w.id, strconv.Itoa(MaxConditionParts), strconv.Itoa(MaxConditionDepth)))
		return
	}
	w.walkPart(c)
}

// isWithin reports whether the condition has few enough parts in few enough levels.
func (c *Condition) isWithin(parts *int, depth int) bool {
	if *parts++; *parts > MaxConditionParts || depth > MaxConditionDepth {
		return false
	}
	for i := range c.Of {
		if !c.Of[i].isWithin(parts, depth+1) {
			return false
		}
	}
	return true
}

func (w shapeWalker) walkPart(c *Condition) {
	if c.At.File != "" {
		w.at = c.At
	}
	isRight := c.Of == nil && len(c.Values) > 0
	if c.Op != Compare {
		isRight = c.Op <= Not && c.Values == nil && c.Fact == "" && (c.Op != Not || len(c.Of) == 1)
	}
	if !isRight {
		w.list.Add(diag.InvalidPackBrokenCondition(w.at, w.id))
	}
	switch c.Test {
	case Is, IsNot, IsOnly, AtLeast, AtMost:
	default:
		if c.Op == Compare {
			w.list.Add(diag.InvalidPackNoTest(w.at, c.Fact, string(c.Test)))
		}
	}
	if w.key = c.Fact; len(c.Values) > 1 {
		w.refuseRepeats(reflect.ValueOf(c.Values))
	}
	for i := range c.Of {
		w.walkPart(&c.Of[i])
	}
}
