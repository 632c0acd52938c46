package engine

// NominalValues gives the values that a trial finds, for comparison with those
// of Recommend.
func (e *Engine) NominalValues(p Profile) (values []float64, option string, stance Stance, err error) {
	in, err := e.read(&p)
	if err != nil {
		return nil, "", "", err
	}
	t := e.newTrial(in, &p)
	v := t.with()
	return t.values, e.id(v.option), v.stance, nil
}
