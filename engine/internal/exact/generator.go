package exact

// Generator is SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable
// pseudorandom number generators"): whole-number arithmetic only, so that a
// seed gives the same numbers everywhere.
type Generator uint64

// NextUint64 gives the next number.
func (g *Generator) NextUint64() uint64 {
	*g += 0x9e3779b97f4a7c15
	z := uint64(*g)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
