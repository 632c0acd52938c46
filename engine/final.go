package engine

// finality says whether nothing that is still open can change the option. With
// one open fact its answers decide; with more, the bounds of differences do,
// which are safe but not always tight.
func (a *analysis) finality() {
	switch a.openFacts() {
	case 0:
		a.out.Final = true
	case 1:
		a.out.Final = !a.anyAnswer(func(v verdict) bool { return v != a.now })
	default:
		a.out.Final = a.e.outlook(a.in, Pending{}).Settled()
	}
}
