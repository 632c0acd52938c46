package mcda_test

import (
	"errors"
	"fmt"

	"github.com/ajar-decision/ajar/engine/mcda"
)

// Two ways to release, three priorities: revenue and secrecy speak for closed
// (above 0), community for open.
func Example() {
	d := []float64{0.6, 0.2, -0.7}
	weights := []float64{7, 3, 5}

	flat, _ := mcda.Share(d, nil)
	corners, _ := mcda.Ranked(d, weights)
	kept, _ := mcda.Share(corners, nil)
	radius, _ := mcda.Radius(weights, d)
	fmt.Printf("closed is ahead under %.1f %% of all weightings\n", 100*flat)
	fmt.Printf("and under %.1f %% of those with the same order of weights\n", 100*kept)
	fmt.Printf("all weights at once may be off by %.1f %%\n", 100*radius)

	rest := weights[0]*d[0] + weights[1]*d[1]
	turn, _ := mcda.Crossing(rest, d[2])
	fmt.Printf("open is ahead from a weight of %.1f for community\n", turn)
	// Output:
	// closed is ahead under 58.1 % of all weightings
	// and under 95.4 % of those with the same order of weights
	// all weights at once may be off by 15.7 %
	// open is ahead from a weight of 6.9 for community
}

func ExampleShare() {
	even, _ := mcda.Share([]float64{2, -1}, nil) // ahead where the first weight is above 1/3
	near, _ := mcda.Share([]float64{2, -1}, []int{10, 10})
	fmt.Printf("%.4f %.4f\n", even, near)

	_, err := mcda.Share([]float64{0, 0}, nil)
	fmt.Println(errors.Is(err, mcda.ErrTie))
	// Output:
	// 0.6667 0.9352
	// true
}

// Three options part all weightings among them: each has those in which it is
// ahead of both others.
func ExampleShareOfBoth() {
	values := [3][]float64{{0.9, 0.1, 0.5}, {0.2, 0.8, 0.4}, {0.6, 0.5, 0.6}}
	lead := func(a, b int) []float64 {
		d := make([]float64, len(values[a]))
		for p := range d {
			d[p] = values[a][p] - values[b][p]
		}
		return d
	}
	for a := range values {
		share, err := mcda.ShareOfBoth(lead(a, (a+1)%3), lead(a, (a+2)%3))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("option %d: %.4f\n", a+1, share)
	}
	// Output:
	// option 1: 0.3214
	// option 2: 0.2571
	// option 3: 0.4214
}

func ExampleDirichlet() {
	source, err := mcda.NewDirichlet([]int{1, 2, 1}, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f\n", source.Next())
	fmt.Printf("%.3f\n", source.Next())
	// Output:
	// [0.397 0.170 0.433]
	// [0.931 0.051 0.019]
}

// Three people who rate four ways to release: how far do their orders agree?
func ExampleKendallW() {
	var rankings [][]float64
	for _, values := range [][]float64{
		{0.71, 0.64, 0.52, 0.31},
		{0.66, 0.66, 0.48, 0.50},
		{0.58, 0.69, 0.55, 0.20},
	} {
		ranks, err := mcda.Ranks(values, 0.01)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(ranks)
		rankings = append(rankings, ranks)
	}
	w, err := mcda.KendallW(rankings)
	fmt.Printf("W = %.3f %v\n", w, err)
	// Output:
	// [1 2 3 4]
	// [1.5 1.5 4 3]
	// [2 1 3 4]
	// W = 0.839 <nil>
}
