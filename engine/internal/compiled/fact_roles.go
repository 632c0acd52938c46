package compiled

// ListEntangledFacts lists for each whole fact those on which an argument hangs that hangs
// on it too.
func ListEntangledFacts(e *Rules) []map[int]bool {
	out := make([]map[int]bool, len(e.Facts))
	for _, facts := range e.FactsRead {
		for _, f := range facts {
			f = e.WholeFact(f)
			if out[f] == nil {
				out[f] = map[int]bool{}
			}
			for _, other := range facts {
				out[f][e.WholeFact(other)] = true
			}
		}
	}
	return out
}

// ListSteeringFacts says of each whole fact whether other facts hang on it or what forms
// secure of arguments, and whether it may decide which forms are available.
func ListSteeringFacts(e *Rules) (steers, decides []bool) {
	steers, decides = make([]bool, len(e.Facts)), make([]bool, len(e.Facts))
	t := e.BoundTable()
	for f, readers := range t.Readers {
		for _, c := range readers {
			decides[e.WholeFact(f)] = decides[e.WholeFact(f)] || c >= t.FirstAvailability && c < t.FirstOther
			steers[e.WholeFact(f)] = steers[e.WholeFact(f)] || c >= t.FirstOther
		}
	}
	for i := range e.Facts {
		for j := range e.Facts[i].follows {
			for _, f := range e.Facts[i].follows[j].when.AppendFactsRead(nil) {
				steers[e.WholeFact(f)] = true
			}
		}
	}
	return steers, decides
}
