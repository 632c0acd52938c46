package elicit

// FindContradiction gives the plainest contradiction in what was said, nil if
// there is none or no weights come out. Ratings, rankings and points have none.
func (in Input) FindContradiction() *Contradiction {
	switch {
	case in.Pairs != nil:
		return findPairsContradiction(in.Pairs)
	case in.BestWorst != nil:
		return in.BestWorst.findContradiction()
	}
	return nil
}
