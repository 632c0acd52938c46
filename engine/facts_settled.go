package engine

// setFactsSettled says whether nothing that is still open can change the option. With
// one open fact its answers decide; with more, the bounds of differences do,
// which are safe but not always tight.
func (a *analysis) setFactsSettled() {
	switch a.countOpenFacts() {
	case 0:
		a.out.FactsSettled = true
	case 1:
		a.out.FactsSettled = !a.anyAnswerGives(func(v indexedVerdict) bool { return v != a.recommended })
	default:
		a.out.FactsSettled = a.e.computeOutlook(a.in, Pending{}).Settled()
	}
}
