package main

import (
	"fmt"
	"io"
	"path"
	"reflect"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/tree"
)

// literalWriter writes values as literals in Go. They are constants, lists,
// structs and pointers alone, which the compiler lays out without code that runs
// at start.
type literalWriter struct {
	room string // the package that the literals stand in
	// Go has no literal for a pointer to a number or a text: these stand in lists,
	// and the pointers point into them.
	numbers, texts []string
}

func newLiteralWriter(room string) *literalWriter { return &literalWriter{room: room} }

// The lists that pointers point into.
const (
	numberList = "coreNumbers"
	textList   = "coreTexts"
)

// writeScalars writes the lists that pointers point into.
func (w *literalWriter) writeScalars(to io.Writer) {
	for _, list := range []struct {
		name, of string
		items    []string
	}{{numberList, "int", w.numbers}, {textList, "string", w.texts}} {
		if len(list.items) > 0 {
			fmt.Fprintf(to, "\nvar %s = [...]%s{\n%s,\n}\n", list.name, list.of, strings.Join(list.items, ",\n"))
		}
	}
}

// literal gives the literal of a value, without its type where what is around it
// says the type.
func (w *literalWriter) literal(v reflect.Value, isTypeKnown bool) string {
	name := w.nameType(v.Type())
	if isTypeKnown {
		name = ""
	}
	switch v.Kind() {
	case reflect.String:
		return strconv.Quote(v.String())
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int, reflect.Uint8:
		return fmt.Sprint(v.Interface())
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case reflect.Pointer:
		return w.pointer(v, isTypeKnown)
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.IsNil() {
			return "nil"
		}
		items := make([]string, v.Len())
		for i := range items {
			items[i] = w.literal(v.Index(i), true)
		}
		if v.Kind() == reflect.Array {
			return name + "{" + strings.Join(items, ", ") + "}"
		}
		return name + enclose(items)
	case reflect.Struct:
		var fields []string
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				fields = append(fields, v.Type().Field(i).Name+": "+w.literal(v.Field(i), false))
			}
		}
		return name + enclose(fields)
	}
	panic("packgen: no literal is laid out for a " + v.Type().String())
}

func (w *literalWriter) pointer(v reflect.Value, isTypeKnown bool) string {
	switch {
	case v.IsNil():
		return "nil"
	case v.Elem().Kind() == reflect.Struct && isTypeKnown:
		return w.literal(v.Elem(), true)
	case v.Elem().Kind() == reflect.Struct:
		return "&" + w.literal(v.Elem(), false)
	}
	name, list := textList, &w.texts
	if v.Elem().Kind() == reflect.Int {
		name, list = numberList, &w.numbers
	}
	*list = append(*list, w.literal(v.Elem(), false))
	return fmt.Sprintf("&%s[%d]", name, len(*list)-1)
}

// nameType names a type as the room does.
func (w *literalWriter) nameType(t reflect.Type) string {
	switch {
	case t.Name() == "" && t.Kind() == reflect.Slice:
		return "[]" + w.nameType(t.Elem())
	case t.Name() == "" && t.Kind() == reflect.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), w.nameType(t.Elem()))
	case t.Name() == "" && t.Kind() == reflect.Pointer:
		return "*" + w.nameType(t.Elem())
	}
	name, of, isGeneric := strings.Cut(t.Name(), "[")
	if isGeneric { // the parameter is named with its whole path
		of = "[" + strings.ReplaceAll(of, w.room+".", "")
	}
	room := t.PkgPath()
	if _, isTable := tree.ValueOfTable(t); isTable || t == reflect.TypeFor[lang.Text]() {
		room = rulesRoom // it has names of its own for tables and texts
	}
	if room == "" || room == w.room {
		return name + of
	}
	return path.Base(room) + "." + name + of
}

// rulesRoom is the package of packs.
var rulesRoom = reflect.TypeFor[rules.Pack]().PkgPath()

// longestLine is how long what stands on one line may be.
const longestLine = 100

// enclose puts items in braces, on one line if that is short.
func enclose(items []string) string {
	if line := strings.Join(items, ", "); len(line) <= longestLine && !strings.Contains(line, "\n") {
		return "{" + line + "}"
	}
	return "{\n" + strings.Join(items, ",\n") + ",\n}"
}
