package batch

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// maxMistakes is how many mistakes of one record are told.
const maxMistakes = 20

// verdict is the headline of a decision.
type verdict struct {
	stance       engine.Stance
	option, form string // "" if there is none
	ready        bool
}

// appendLine writes the line of a decision; result holds the keys that were asked for,
// as an object of JSON, nil if none was.
func appendLine(out []byte, line int, name []byte, v verdict, result []byte) []byte {
	out = appendHead(out, line, name)
	out = append(append(append(out, `,"stance":"`...), v.stance...), '"')
	out = appendID(append(out, `,"option":`...), v.option)
	out = appendID(append(out, `,"form":`...), v.form)
	out = strconv.AppendBool(append(out, `,"ready":`...), v.ready)
	out = append(out, `,"mistakes":[]`...)
	if result != nil {
		out = append(append(out, `,"result":`...), result...)
	}
	return append(out, "}\n"...)
}

// appendHead writes what stands at the beginning of every line.
func appendHead(out []byte, line int, name []byte) []byte {
	out = append(out, `{"schema":"`+documents.BatchSchema+`","line":`...)
	out = strconv.AppendInt(out, int64(line), 10)
	return appendText(append(out, `,"name":`...), name)
}

// appendID writes an id of the pack, null for "".
func appendID(out []byte, id string) []byte {
	if id == "" {
		return append(out, "null"...)
	}
	return append(append(append(out, '"'), id...), '"')
}

// appendText writes any text as results do.
func appendText(out, text []byte) []byte {
	for _, b := range text {
		if b < ' ' || b > '~' || b == '"' || b == '\\' || b == '#' {
			return append(out, encode(string(text))...)
		}
	}
	return append(append(append(out, '"'), text...), '"')
}

// encode writes a value as results do, on one line.
func encode(v any) []byte {
	text, err := plain.EncodeJSON(v)
	if err != nil {
		panic("batch: what a line says has a form in JSON: " + err.Error())
	}
	return compact(text)
}

// compact puts JSON on one line.
func compact(text []byte) []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, text); err != nil {
		panic("batch: a result is JSON: " + err.Error())
	}
	return b.Bytes()
}

// appendMistakes writes the line of a record that could not be read.
func appendMistakes(out []byte, line int, list diag.List, lang string) []byte {
	told := make([]documents.BatchMistake, 0, len(list))
	for _, d := range list[:min(len(list), maxMistakes)] {
		told = append(told, documents.BatchMistake{Code: d.Code, Col: d.Pos.Col, Text: d.Message(lang), Hint: strings.Join(d.Hints(lang), " ")})
	}
	out = appendHead(out, line, nil)
	out = append(out, `,"stance":null,"option":null,"form":null,"ready":null,"mistakes":`...)
	return append(append(out, encode(told)...), "}\n"...)
}
