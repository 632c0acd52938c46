package toy

import (
	"slices"
	"testing"
)

func TestBest(t *testing.T) {
	if got := Best([]float64{1, 2, -1, 3, 4}, []string{"a", "b", "c", "", "e"}); !slices.Equal(got, []string{"e", "b", "a"}) {
		t.Fatal(got)
	}
}

func TestCountTo(t *testing.T) {
	if CountTo(2) != 2 {
		t.Fatal()
	}
}

func TestFailsByItself(t *testing.T) { t.Fatal("whatever is broken") }
