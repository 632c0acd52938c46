// Package switches is copied beside the code that is mutated: every place that can be
// broken calls one of its functions with the numbers of its mutants. AJAR_MUTANT says which
// one is broken; AJAR_MUTANTS_REACHED names a file of [Most]+1 bytes in which those met are
// marked.
package switches

import (
	"cmp"
	"os"
	"strconv"
	"syscall"
)

// Most is how many mutants there may be, the number 0 aside.
const Most = 1 << 16

var (
	active, _ = strconv.Atoi(os.Getenv("AJAR_MUTANT"))
	marks     = os.Getenv("AJAR_MUTANTS_REACHED") != ""
	met       = openNotes(os.Getenv("AJAR_MUTANTS_REACHED"))
)

// openNotes gives a byte for each mutant: those of a file, if one is named, so that they
// outlive the tests without a call for each place.
func openNotes(name string) []byte {
	if name == "" {
		return make([]byte, Most+1)
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		panic(err)
	}
	notes, err := syscall.Mmap(int(f.Fd()), 0, Most+1, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		panic(err)
	}
	return notes
}

// Within tells whether the copy of a function that can be broken is to be taken: if one of
// its mutants is broken, or those met are marked.
func Within(first, last int) bool { return marks || first <= active && active <= last }

// On tells whether mutant id is the one that is broken. Goroutines that note the same are
// no matter.
func On(id int) bool {
	met[id] = 1
	return id == active
}

// Flip turns a truth value.
func Flip(id int, v bool) bool { return v != On(id) }

// Less is a < b, or a <= b when broken.
func Less[T cmp.Ordered](id int, a, b T) bool { return a < b || On(id) && a == b }

// AtMost is a <= b, or a < b when broken.
func AtMost[T cmp.Ordered](id int, a, b T) bool { return a < b || a == b && !On(id) }

// More is a > b, or a >= b when broken.
func More[T cmp.Ordered](id int, a, b T) bool { return a > b || On(id) && a == b }

// AtLeast is a >= b, or a > b when broken.
func AtLeast[T cmp.Ordered](id int, a, b T) bool { return a > b || a == b && !On(id) }

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

type number interface{ integer | ~float32 | ~float64 }

// Add is a + b, or a - b when broken.
func Add[T number](id int, a, b T) T {
	if On(id) {
		return a - b
	}
	return a + b
}

// Subtract is a - b, or a + b when broken.
func Subtract[T number](id int, a, b T) T {
	if On(id) {
		return a + b
	}
	return a - b
}

// Multiply is a * b, or a / b when broken.
func Multiply[T number](id int, a, b T) T {
	if On(id) {
		return a / b
	}
	return a * b
}

// Divide is a / b, or a * b when broken.
func Divide[T number](id int, a, b T) T {
	if On(id) {
		return a * b
	}
	return a / b
}

// Remainder is a % b, or a * b when broken.
func Remainder[T integer](id int, a, b T) T {
	if On(id) {
		return a * b
	}
	return a % b
}

// Lower is the lower of two, or the higher when broken.
func Lower[T cmp.Ordered](id int, a, b T) T {
	if On(id) {
		return max(a, b)
	}
	return min(a, b)
}

// Higher is the higher of two, or the lower when broken.
func Higher[T cmp.Ordered](id int, a, b T) T {
	if On(id) {
		return min(a, b)
	}
	return max(a, b)
}

// Number is v, or one more when broken.
func Number[T number](id int, v T) T {
	if On(id) {
		return v + 1
	}
	return v
}

// Minus is v, or what is below zero by as much when broken.
func Minus[T number](id int, v T) T {
	if On(id) {
		return -v
	}
	return v
}

// Equal is what a comparison gave, or "equal" when broken.
func Equal(id, order int) int {
	if On(id) {
		return 0
	}
	return order
}
