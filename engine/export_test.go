package engine

import "github.com/ajar-decision/ajar/engine/internal/evaluate"

// NominalValues gives the values that a trial finds, for comparison with those
// of Recommend.
func (e *Engine) NominalValues(p Profile) (values []float64, option string, stance Stance, err error) {
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, "", "", err
	}
	t := evaluate.NewNominal(e.rules, in)
	v := t.VerdictWith()
	return t.Values, e.rules.OptionID(v.Option), v.Stance, nil
}
