package testkit

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// replaceMatch puts a text in place of one match of an expression, or nothing if the
// file that is drawn has none.
func (h *hostile) replaceMatch(of *regexp.Regexp, with func(match string) string) {
	name, data := h.pick()
	if len(data) > 1<<16 {
		return
	}
	if all := of.FindAllIndex(data, -1); len(all) > 0 {
		at := all[h.r.IntN(len(all))]
		h.put(name, slices.Concat(data[:at[0]], []byte(with(string(data[at[0]:at[1]]))), data[at[1]:]))
	}
}

var (
	aValue  = regexp.MustCompile(`: +[^\s,\[\]{}][^,\[\]{}\n]*|: +\[[^\[\]\n]*\]|: +\{[^{}\n]*\}`)
	aNumber = regexp.MustCompile(`\b[0-9]+(\.[0-9]+)?\b`)
	aList   = regexp.MustCompile(`\[[^\[\]\n]*\]`)
	aWord   = regexp.MustCompile(`\b[a-z_]+\b`)
)

func (h *hostile) replaceValue(with string) {
	h.replaceMatch(aValue, func(string) string { return ": " + with })
}

func (h *hostile) replaceList(with string) {
	h.replaceMatch(aList, func(string) string { return with })
}

func (h *hostile) doubleList() {
	h.replaceMatch(aList, func(list string) string {
		return "[" + strings.Repeat(strings.Trim(list, "[]")+", ", 1+h.upTo(3000)) + "]"
	})
}

func (h *hostile) replaceNumber() {
	odd := []string{".inf", "-.inf", ".nan", "-1", "0", "1e999", "1e308", "-1e308", "5e-324", "-0.0", "0x7fffffffffffffff", "9223372036854775808", "1_000", "2", "1.5", "'1'", "true"}
	h.replaceMatch(aNumber, func(string) string { return odd[h.r.IntN(len(odd))] })
}

// swapWords puts one word of a file, a key or an id, in place of another.
func (h *hostile) swapWords() {
	_, other := h.pick()
	words := aWord.FindAll(other[:min(len(other), 1<<14)], -1)
	h.replaceMatch(aWord, func(word string) string {
		if len(words) == 0 {
			return word + word
		}
		return string(words[h.r.IntN(len(words))])
	})
}

func (h *hostile) changeLines(change func(lines [][]byte, i int) [][]byte) {
	name, data := h.pick()
	lines := bytes.Split(data, []byte("\n"))
	h.put(name, bytes.Join(change(lines, h.r.IntN(len(lines))), []byte("\n")))
}

func (h *hostile) dropLine() {
	h.changeLines(func(lines [][]byte, i int) [][]byte { return slices.Delete(lines, i, i+1) })
}

func (h *hostile) repeatLine() {
	h.changeLines(func(lines [][]byte, i int) [][]byte {
		return slices.Insert(lines, i, slices.Repeat(lines[i:i+1], h.upTo(2000))...)
	})
}

func (h *hostile) changeBytes() {
	name, data := h.pick()
	const odd = "\x00\t\n :-[]{},&*#?|>%@`'\"~\xff0a\r"
	for range 1 + h.r.IntN(4) {
		if len(data) > 0 {
			data[h.r.IntN(len(data))] = odd[h.r.IntN(len(odd))]
		}
	}
	h.put(name, data)
}

func (h *hostile) dropFile() {
	name, _ := h.pick()
	delete(h.files, name)
}

func (h *hostile) swapFiles() {
	one, of := h.pick()
	other, with := h.pick()
	h.put(one, with)
	h.put(other, of)
}

func (h *hostile) encodeOddly() {
	name, data := h.pick()
	text := string(data)
	switch h.r.IntN(7) {
	case 0:
		text = "\ufeff" + text
	case 1:
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case 2:
		text = strings.ReplaceAll(text, "\n", "\r")
	case 3:
		text = strings.ReplaceAll(text, "\n", "\u2028")
	case 4:
		text += "\xff\xfe"
	case 5:
		text = "\xff\xfe" + strings.Join(strings.Split(text, ""), "\x00") // as if UTF-16
	case 6:
		text = strings.ReplaceAll(text, "a", "а") // Cyrillic
	}
	h.put(name, []byte(text))
}

func (h *hostile) nestDeeply() {
	name, _ := h.pick()
	n := h.upTo(200_000)
	open := []string{"[", "{a: ", "- ", "? ", "[[{a: "}[h.r.IntN(5)]
	h.put(name, []byte(strings.Repeat(open, n)+strings.Repeat("]", n*h.r.IntN(2))))
}

func (h *hostile) addAliases() {
	name, data := h.pick()
	b := bytes.NewBuffer(data)
	b.WriteString("\na: &a [x, x, x, x, x, x, x, x, x]\n")
	for c := 'b'; c < 'z'; c++ {
		fmt.Fprintf(b, "%c: &%[1]c [%s]\n", c, strings.Repeat("*"+string(c-1)+", ", 9))
	}
	h.put(name, b.Bytes())
}

func (h *hostile) addDocuments() {
	name, data := h.pick()
	h.put(name, append(data, []byte("\n"+strings.Repeat("---\na: 1\n", h.upTo(100_000)))...))
}

func (h *hostile) floodFile() {
	name, _ := h.pick()
	unit := []string{"a,", "[],", "{},", "\n", "- \n", "a: 1\n", ",", "#\n", "\"\",", "? a\n", "a b "}[h.r.IntN(11)]
	head := []string{"facts: [", "a: {", "", "x: |\n "}[h.r.IntN(4)]
	h.put(name, []byte(head+strings.Repeat(unit, h.upTo(1<<20/len(unit)))))
}
