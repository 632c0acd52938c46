package rules

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
)

// MarshalJSON writes the parts and values sorted, since their order means
// nothing: two packs that say the same have the same digest.
func (c Condition) MarshalJSON() ([]byte, error) { return c.appendJSON(nil) }

// appendJSON writes a condition with all its parts in one go. What each part wrote for
// itself would be read again at each level.
func (c *Condition) appendJSON(to []byte) ([]byte, error) {
	to = append(to, `{"At":null,"Op":`...)
	to = strconv.AppendUint(to, uint64(c.Op), 10)
	to, err := c.appendParts(append(to, `,"Of":`...))
	if err != nil {
		return nil, err
	}
	for _, x := range []struct {
		key   string
		value any
	}{{`,"Fact":`, c.Fact}, {`,"Test":`, c.Test}, {`,"Values":`, slices.Sorted(slices.Values(c.Values))}, {`,"Precaution":`, c.Precaution}} {
		text, err := json.Marshal(x.value)
		if err != nil {
			return nil, err
		}
		to = append(append(to, x.key...), text...)
	}
	return append(to, '}'), nil
}

// appendParts writes the parts as a list, those that come first by their bytes first.
func (c *Condition) appendParts(to []byte) ([]byte, error) {
	if c.Of == nil {
		return append(to, "null"...), nil
	}
	first := len(to) + 1
	to = append(to, '[')
	parts := make([][2]int, len(c.Of)) // where each begins and ends
	var err error
	for i := range c.Of {
		parts[i][0] = len(to)
		if to, err = c.Of[i].appendJSON(to); err != nil {
			return nil, err
		}
		parts[i][1] = len(to)
		to = append(to, ',')
	}
	compare := func(a, b [2]int) int { return bytes.Compare(to[a[0]:a[1]], to[b[0]:b[1]]) }
	if !slices.IsSortedFunc(parts, compare) {
		slices.SortFunc(parts, compare)
		written := slices.Clone(to[first:])
		to = to[:first]
		for _, p := range parts {
			to = append(append(to, written[p[0]-first:p[1]-first]...), ',')
		}
	}
	if len(parts) > 0 {
		to = to[:len(to)-1]
	}
	return append(to, ']'), nil
}
