package testkit

import (
	"fmt"
	"strings"
)

// addAfter writes n entries after a line of a file.
func (h *hostile) addAfter(name, line string, n int, entry string) {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, entry, i)
	}
	file, ok := h.files[name]
	if ok {
		h.put(name, []byte(strings.Replace(string(file.Data), line, line+b.String(), 1)))
	}
}

// addEnormousWord names something with up to a megabyte of letters.
func (h *hostile) addEnormousWord() {
	word := strings.Repeat("a", h.upTo(1<<20-5000))
	switch h.r.IntN(4) {
	case 0:
		h.setCondition("{" + word + ": true}")
	case 1:
		h.addAfter("facts.yaml", "facts:\n", 1, "  - {id: "+word+", type: enum, title: a, question: b, why: c, values: [{id: a, label: b}"+strings.Repeat(", {id: a, label: c}", 20)+"], source: [essay]} # %d\n")
	case 2:
		h.addAfter("steps.yaml", "steps:\n", 1, "  - {id: x%d, order: 9, text: "+word+", source: ["+word[:len(word)/2]+"]}\n")
	case 3:
		name, data := h.pick()
		h.put(name, append(data, []byte("\n"+word+": 1\n")...))
	}
}

func (h *hostile) addFiles() {
	size := h.upTo(1<<20 - 100)
	folder := []string{"facts", "options", "dimensions", "dimensions/income", "zh", "zh/dimensions"}[h.r.IntN(6)]
	head := []string{"facts: []\n#", "options: []\n#", "#", "situation: []\n#"}[h.r.IntN(4)]
	data := []byte(head + strings.Repeat("x", size))
	for i := range h.upTo(3000) {
		h.put(fmt.Sprintf("%s/f%d.yaml", folder, i), data)
	}
}

func (h *hostile) addFacts() {
	entry := "  - {id: f%d, type: bool, title: a, question: b, why: c, source: [essay]}\n"
	for k := range h.upTo(150) {
		h.put(fmt.Sprintf("facts/f%d.yaml", k), []byte("facts:\n"))
		h.addAfter(fmt.Sprintf("facts/f%d.yaml", k), "facts:\n", h.upTo(2500), strings.Replace(entry, "f%d", fmt.Sprintf("f%d_%%d", k), 1))
	}
}

func (h *hostile) addValues() {
	var b strings.Builder
	for i := range h.upTo(4000) {
		fmt.Fprintf(&b, "{id: v%d, label: a}, ", i/(1+h.r.IntN(2)))
	}
	kind := []string{"bool", "enum", "ordered", "set", "number"}[h.r.IntN(5)]
	h.addAfter("facts.yaml", "facts:\n", 1, "  - {id: many%d, type: "+kind+", title: a, question: b, why: c, values: ["+b.String()+"], source: [essay]}\n")
}

func (h *hostile) addThresholds() {
	var b strings.Builder
	for i := range h.upTo(100) {
		fmt.Fprintf(&b, "{users: {at_least: %d.5}}, ", i)
	}
	h.setCondition("{any: [" + b.String() + "{users: {at_least: 99}}]}")
}

// addUnknownNames names what there is not, beside many names that are near.
func (h *hostile) addUnknownNames() {
	h.addFacts()
	for k := range h.upTo(20) {
		name := fmt.Sprintf("facts/unknown%d.yaml", k)
		h.put(name, []byte("facts:\n"))
		h.addAfter(name, "facts:\n", h.upTo(1000), fmt.Sprintf("  - {id: u%d_%%d, type: bool, title: a, question: b, why: c, source: [esay], asked_if: {x%d_%%[1]d: true}}\n", k, k))
	}
}

func (h *hostile) addUnknownKeys() {
	name, data := h.pick()
	var b strings.Builder
	for i := range h.upTo(9000) {
		fmt.Fprintf(&b, "\n%s%d: 1", strings.Repeat("k", h.r.IntN(70)), i)
	}
	h.put(name, append(data, []byte(b.String())...))
}

func (h *hostile) addForms() {
	h.addAfter("options.yaml", "    captures: {open: 0.95, closed: 0.1, because: By its nature.}\n", 1, "    forms:\n#%d\n")
	h.addAfter("options.yaml", "    forms:\n#0\n", h.upTo(2000), "      - {id: form%d, title: a, text: b, source: [essay]}\n")
}

func (h *hostile) addLaw() {
	h.addAfter("acts.yaml", "acts:\n", h.upTo(300), "  - {id: act%d, title: a, text: b}\n")
	h.addAfter("acts.yaml", "kinds:\n", h.upTo(300), "  - {id: kind%d, title: a}\n")
	h.addAfter("bars.yaml", "bars:\n", h.upTo(1000), "  - {id: bar%d, when: {sold: true}, forbids: [publish], text: a, lift: b, jurisdiction: any, instrument: c, source: [essay]}\n")
}

func (h *hostile) addArguments() {
	const entry = "  - {id: argument%d, pull: open, when: {sold: true}, text: a, strength: 0.3, strength_because: b, claimed_by: [essay]}\n"
	for k := range h.upTo(25) {
		name := fmt.Sprintf("dimensions/trust/a%d.yaml", k)
		h.put(name, []byte("situation:\n"))
		h.addAfter(name, "situation:\n", h.upTo(1200), strings.Replace(entry, "%d", fmt.Sprintf("%d_%%d", k), 1))
	}
}

// addStrayTexts translates what there is not.
func (h *hostile) addStrayTexts() {
	h.put("zh/facts.yaml", []byte("facts:\n  kind: {title: a}\n"))
	h.addAfter("zh/facts.yaml", "facts:\n", h.upTo(4000), "  stray%d: {title: a}\n")
	for i := range h.upTo(1500) {
		h.put(fmt.Sprintf("zh/stray%d.yaml", i), []byte("a: 1\n"))
	}
}
