package testkit

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing/fstest"
)

// hostile is a pack in the making that cannot be meant well.
type hostile struct {
	r     *rand.Rand
	files fstest.MapFS
}

// condition is the condition of the only duty.
const condition = "{places: {is: eu, precaution: true}}"

func (h *hostile) setCondition(text string) {
	h.files["duties.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(FilesOfSmallPack()["duties.yaml"].Data), condition, text, 1))}
}

// upTo draws a number of 1 to most, small ones as often as large ones.
func (h *hostile) upTo(most int) int {
	n := 1
	for n < most && h.r.IntN(12) > 0 {
		n *= 2
	}
	return 1 + h.r.IntN(min(n, most))
}

// pick draws a file.
func (h *hostile) pick() (name string, data []byte) {
	names := slices.Sorted(maps.Keys(h.files))
	name = names[h.r.IntN(len(names))]
	return name, bytes.Clone(h.files[name].Data)
}

func (h *hostile) put(name string, data []byte) { h.files[name] = &fstest.MapFile{Data: data} }
