package engine

import (
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules/plain"
)

// WeightRange is a weight that its owner does not settle on one number: it lies
// between Low and High, both from 0 to 10. Its middle counts as the weight; how
// settled a result is gets judged over the whole range. A range from a weight to the
// same weight is that weight.
type WeightRange struct{ Low, High float64 }

// Middle is the weight that counts, to nine decimals as all weights are.
func (r WeightRange) Middle() float64 {
	return float64(compiled.WeightSpan(r).Middle()) / compiled.WeightUnit
}

// String is the range as an assignment takes it, as in "4..7".
func (r WeightRange) String() string { return plain.Decimal(r.Low) + ".." + plain.Decimal(r.High) }

// RoundWeight gives a weight as it is read, to nine decimals; a number that is no weight
// stays as it is.
func RoundWeight(w float64) float64 {
	units, ok := compiled.ReadWeight(w)
	if !ok {
		return w
	}
	return float64(units) / compiled.WeightUnit
}

// Rounded is the range as it is read, see [RoundWeight].
func (r WeightRange) Rounded() WeightRange {
	return WeightRange{Low: RoundWeight(r.Low), High: RoundWeight(r.High)}
}

// IsWide reports a range of more than one weight, as weights are read.
func (r WeightRange) IsWide() bool { return RoundWeight(r.Low) < RoundWeight(r.High) }

// rangeMarks stand between the two ends, those that are part of others last.
var rangeMarks = []string{"..", "~", "to", "到", "至", "–", "—", "-"}

// ParseWeightRange reads two numbers as people write a range of them: "4-7", "4..7",
// "4~7", "4 to 7" or "4 到 7", in full-width characters too. It does not ask whether they
// are weights.
func ParseWeightRange(text string) (r WeightRange, ok bool) {
	text = strings.ToLower(strings.TrimSpace(strings.Map(narrow, text)))
	for _, mark := range rangeMarks {
		low, high, found := strings.Cut(text, mark)
		if !found {
			continue
		}
		var errs [2]error
		r.Low, errs[0] = strconv.ParseFloat(strings.TrimSpace(low), 64)
		r.High, errs[1] = strconv.ParseFloat(strings.TrimSpace(high), 64)
		if errs[0] == nil && errs[1] == nil {
			return r, true
		}
	}
	return WeightRange{}, false
}

// narrow gives the character of half the width for one of the full width.
func narrow(c rune) rune {
	if c >= '！' && c <= '～' {
		return c - '！' + '!'
	}
	return c
}

// MarshalJSON writes the two ends, as in [4,7].
func (r WeightRange) MarshalJSON() ([]byte, error) {
	return json.Marshal([]float64{r.Low, r.High})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *WeightRange) UnmarshalJSON(data []byte) error {
	var ends []float64
	if err := json.Unmarshal(data, &ends); err != nil || len(ends) != 2 {
		return fmt.Errorf("%s is no range of weights: give the least and the greatest one, as in [4, 7]", data)
	}
	r.Low, r.High = ends[0], ends[1]
	return nil
}

func eachRange(ranges map[string]WeightRange) iter.Seq2[string, compiled.WeightSpan] {
	return func(yield func(string, compiled.WeightSpan) bool) {
		for id, r := range ranges {
			if !yield(id, compiled.WeightSpan(r)) {
				return
			}
		}
	}
}
