package engine

// NominalValues gives the values that a trial finds, for comparison with those
// of Recommend.
func (e *Engine) NominalValues(p Profile) (values []float64, option string, stance Stance, err error) {
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, "", "", err
	}
	t := e.newNominalEvaluation(in, &p)
	v := t.verdictWith()
	return t.values, e.optionID(v.option), v.stance, nil
}
