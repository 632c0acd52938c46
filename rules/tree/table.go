package tree

import (
	"encoding/json"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Table is a map in a file: entries sorted by key, each key once. It is a list and
// no map so that the tables of a program are laid out when it is compiled. A nil
// table was left out, an empty one stated.
type Table[V any] []Entry[V]

// Entry is one key of a table with what stands under it.
type Entry[V any] struct {
	Key   string
	Value V
}

// NewTable gives the table of a map, nil for nil.
func NewTable[V any](of map[string]V) Table[V] {
	if of == nil {
		return nil
	}
	out := make(Table[V], 0, len(of))
	for _, key := range slices.Sorted(maps.Keys(of)) {
		out = append(out, Entry[V]{key, of[key]})
	}
	return out
}

// Find gives what stands under a key, nil if there is nothing. It may be changed.
func (t Table[V]) Find(key string) *V {
	for i := range t {
		if t[i].Key == key {
			return &t[i].Value
		}
	}
	return nil
}

// Get gives what stands under a key, the zero if there is nothing.
func (t Table[V]) Get(key string) V {
	if v := t.Find(key); v != nil {
		return *v
	}
	var none V
	return none
}

// All gives the entries by key.
func (t Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for i := range t {
			if !yield(t[i].Key, t[i].Value) {
				return
			}
		}
	}
}

// Keys lists the keys, sorted.
func (t Table[V]) Keys() []string {
	keys := make([]string, len(t))
	for i := range t {
		keys[i] = t[i].Key
	}
	return keys
}

// Set puts a value under a key.
func (t *Table[V]) Set(key string, v V) {
	if old := t.Find(key); old != nil {
		*old = v
		return
	}
	i, _ := slices.BinarySearchFunc(*t, key, func(e Entry[V], key string) int { return strings.Compare(e.Key, key) })
	*t = slices.Insert(*t, i, Entry[V]{key, v})
}

// Map gives a map of the entries, nil for nil.
func (t Table[V]) Map() map[string]V {
	if t == nil {
		return nil
	}
	return maps.Collect(t.All())
}

// MarshalJSON writes the table as the map that it stands for.
func (t Table[V]) MarshalJSON() ([]byte, error) { return json.Marshal(t.Map()) }

// DecodeTree reads a map.
func (t *Table[V]) DecodeTree(n *Node, list *diag.List) {
	var m map[string]V
	Decode(n, &m, list)
	*t = NewTable(m)
}

// isEntry marks the entries of tables.
func (Entry[V]) isEntry() {}

// ValueOfTable gives the type of the values if the type is a [Table].
func ValueOfTable(t reflect.Type) (value reflect.Type, ok bool) {
	if t.Kind() != reflect.Slice || !t.Elem().Implements(reflect.TypeFor[interface{ isEntry() }]()) {
		return nil, false
	}
	return t.Elem().Field(1).Type, true
}
