package profiles

import (
	_ "embed"
	"encoding/json"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/detach"
)

//go:embed cases/calibration.json
var calibrationFile []byte

// Calibration says how often each of the words that say how settled a result is
// was right on the documented decisions. It holds for the pack that Rules names
// and for no other. It proves little: the cases are few and were chosen by us, many
// of their weights were inferred from what owners said, and that owners did the same does
// not prove them right.
type Calibration struct {
	Rules rules.Identity `json:"rules"` // the pack with which it was counted
	Cases int            `json:"cases"`
	// WithPriorities counts the cases judged with the owner's priorities, which may echo
	// the outcome; FactsOnly the same cases judged without any.
	WithPriorities SettledCounts `json:"with_priorities"`
	FactsOnly      SettledCounts `json:"facts_only"`
}

// SettledCounts are the counts for each word, in the order of
// [engine.Robustnesses]: those about stances, then those about options. What form owners
// chose is not documented.
type SettledCounts struct {
	Stance []WordCount `json:"stance"`
	Option []WordCount `json:"option"`
}

// WordCount says in how many cases a word is said, in how many of these the owners
// did what is advised, and in how many what they did, or what could be defended too, is.
type WordCount struct {
	Word       engine.Robustness `json:"word"`
	Said       int               `json:"said"`
	Same       int               `json:"same"`
	Acceptable int               `json:"acceptable"`
}

var embeddedCalibration = sync.OnceValue(func() Calibration {
	var out Calibration
	if err := json.Unmarshal(calibrationFile, &out); err != nil {
		// It is part of the program and checked by its tests.
		panic("profiles: the calibration is broken: " + err.Error())
	}
	return out
})

// CoreCalibration gives the calibration of the core pack that comes with the program.
func CoreCalibration() Calibration {
	out := embeddedCalibration()
	detach.Detach(&out)
	return out
}
