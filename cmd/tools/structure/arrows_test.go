package main

import (
	"slices"
	"testing"
)

func TestArrowsBack(t *testing.T) {
	oneWay := graph{"a": {"b": true, "c": true}, "b": {"c": true}}
	if back := oneWay.findArrowsBack(); len(back) != 0 {
		t.Errorf("files that refer one way have arrows back: %v", back)
	}
	loop := graph{"a": {"b": true}, "b": {"c": true}, "c": {"a": true}}
	if back := loop.findArrowsBack(); len(back) != 1 {
		t.Errorf("a loop of three is cut at one arrow, not at %v", back)
	}
}

func TestSharedNames(t *testing.T) {
	list := []function{{"read", "a"}, {"read", "b.T"}, {"read", "b.U"}, {"write", "a"}, {"readFile", "a"}}
	if got := listSharedNames(list); !slices.Equal(got, []string{"read"}) {
		t.Errorf("shared by three: %v", got)
	}
	if n := countOneWord(list); n != 4 {
		t.Errorf("one-word names: %d", n)
	}
}
