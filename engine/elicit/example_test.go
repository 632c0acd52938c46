package elicit_test

import (
	"fmt"

	"github.com/ajar-decision/ajar/engine/elicit"
)

func ExampleRanking() {
	w, err := elicit.Ranking([][]string{{"adoption_reach"}, {"ip_secrecy", "unified_control"}})
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.1f %.1f %.1f\n", w["adoption_reach"], w["ip_secrecy"], w["unified_control"])
	// Output: 10.0 2.5 2.5
}

func ExamplePairs() {
	c, err := elicit.Pairs([]string{"reach", "revenue", "secrecy"}, []elicit.Judgement{
		{A: "reach", B: "revenue", Times: 2},
		{A: "revenue", B: "secrecy", Times: 3},
		{A: "reach", B: "secrecy", Times: 1},
	})
	if err != nil {
		panic(err)
	}
	fmt.Printf("reach %.1f, consistency ratio %.2f\n", c.Weights["reach"], c.Ratio)
	fmt.Printf("reconsider %s over %s: %.0f, the rest says %.1f\n", c.Reconsider.A, c.Reconsider.B, c.Reconsider.Times, c.Reconsider.Suggested)
	// Output:
	// reach 10.0, consistency ratio 0.32
	// reconsider reach over secrecy: 1, the rest says 6.0
}

func ExamplePoints() {
	_, err := elicit.Points(map[string]float64{"reach": 60, "revenue": 30})
	fmt.Println(err)
	// Output: AJ313 10 of the 100 points are left; give all of them
}
