package compiled

// Share is what part of a priority goes to an argument.
type Share struct {
	Priority int
	Of       float64
}
