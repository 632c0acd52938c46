package compiled

// CaptureDifference gives the captures of one form less those of another that comes after
// it in the order of the rules. Each is worked out when it is first asked for.
func CaptureDifference(e *Rules, form, later int) *ArgumentValues {
	kept := &e.captureDifferences[form*len(e.Forms)+later]
	if t := kept.Load(); t != nil {
		return t
	}
	a, b := e.Forms[form].Capture.Value, e.Forms[later].Capture.Value
	t := &ArgumentValues{Value: make([]float64, len(a))}
	for i := range a {
		t.Value[i] = a[i] - b[i]
	}
	kept.CompareAndSwap(nil, t)
	return kept.Load()
}
