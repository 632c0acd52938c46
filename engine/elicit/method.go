package elicit

import "slices"

// Method is a way to find out how much priorities matter. Its text is the word
// that people choose it by and that diagnostics name it by.
type Method string

// The methods. All but ByRating ask in the short interview too.
const (
	ByRating    Method = "rate"       // a number from 0 to 10 for each
	ByRanking   Method = "rank"       // their order
	ByPoints    Method = "points"     // 100 points to spread
	ByPairs     Method = "pairs"      // each compared with each other; at most MostPairedPriorities
	ByBestWorst Method = "best-worst" // each compared with the most and the least important
)

// methodKeys gives each method its key in a profile, in the order in which
// methods are offered.
var methodKeys = []struct {
	method Method
	key    string
}{
	{ByRating, "priorities"},
	{ByRanking, "ranking"},
	{ByPoints, "points"},
	{ByPairs, "pairs"},
	{ByBestWorst, "best_worst"},
}

// Methods lists the methods, the usual one first.
func Methods() []Method {
	out := make([]Method, len(methodKeys))
	for i := range methodKeys {
		out[i] = methodKeys[i].method
	}
	return out
}

// Valid reports whether the method is one of [Methods].
func (m Method) Valid() bool { return slices.Contains(Methods(), m) }

// Key is where a profile keeps what was said by the method, "" if it is none.
func (m Method) Key() string {
	for _, x := range methodKeys {
		if x.method == m {
			return x.key
		}
	}
	return ""
}

// MethodByKey gives the method of a key of profiles; ok is false if there is
// none.
func MethodByKey(key string) (m Method, ok bool) {
	for _, x := range methodKeys {
		if x.key == key {
			return x.method, true
		}
	}
	return "", false
}

// MethodKeys lists the keys of the methods in a profile, in their order.
func MethodKeys() []string {
	out := make([]string, len(methodKeys))
	for i := range methodKeys {
		out[i] = methodKeys[i].key
	}
	return out
}

// Method is the method that the input comes from; ByRating for the zero Input.
func (in Input) Method() Method {
	switch {
	case in.Ranking != nil:
		return ByRanking
	case in.Points != nil:
		return ByPoints
	case in.Pairs != nil:
		return ByPairs
	case in.BestWorst != nil:
		return ByBestWorst
	}
	return ByRating
}
