package engine

import (
	"encoding/json"
	"math"
)

// Interval is a number with the bounds that answers to open facts cannot
// leave. A number that does not exist is NaN, never 0: the lean of a dimension
// without mass, the score of a profile without basis.
type Interval struct {
	Nominal, Low, High float64
}

// intervalJSON is an interval in JSON, where a number that does not exist is null.
type intervalJSON struct {
	Nominal Fraction `json:"nominal"`
	Low     Fraction `json:"low"`
	High    Fraction `json:"high"`
}

// MarshalJSON writes {"nominal", "low", "high"}.
func (i Interval) MarshalJSON() ([]byte, error) {
	return json.Marshal(intervalJSON{Fraction(i.Nominal), Fraction(i.Low), Fraction(i.High)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (i *Interval) UnmarshalJSON(data []byte) error {
	var b intervalJSON
	err := json.Unmarshal(data, &b)
	*i = Interval{float64(b.Nominal), float64(b.Low), float64(b.High)}
	return err
}

// Fraction is a number from -1 to 1 that need not exist: it is then NaN, and null
// in JSON.
type Fraction float64

// Exists reports whether there is a number.
func (f Fraction) Exists() bool { return !math.IsNaN(float64(f)) }

// MarshalJSON writes a number or null.
func (f Fraction) MarshalJSON() ([]byte, error) {
	if !f.Exists() {
		return []byte("null"), nil
	}
	return json.Marshal(float64(f))
}

// UnmarshalJSON reads a number or null.
func (f *Fraction) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*f = Fraction(math.NaN())
		return nil
	}
	return json.Unmarshal(data, (*float64)(f))
}

var (
	noInterval = Interval{math.NaN(), math.NaN(), math.NaN()}
	noFraction = Fraction(math.NaN())
)

// Exists reports whether there is a nominal number.
func (i Interval) Exists() bool { return !math.IsNaN(i.Nominal) }
