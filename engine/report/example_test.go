package report_test

import (
	"context"
	"fmt"
	"os"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// The document of a recommendation as a Go value, and an error.
func Example() {
	eng, err := engine.New(rules.Core())
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := eng.Recommend(context.Background(), engine.Profile{
		Name:    "my library",
		Weights: map[string]float64{"adoption_reach": 9, "community_contribution": 7},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := report.Document(eng.Pack(), r, "zh", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Stance, len(d.Dimensions))
	if err := report.Write(os.Stdout, eng.Pack(), r, "pdf"); err != nil {
		fmt.Println(err)
	}
	// Output:
	// open 11
	// format "pdf": there is no such format; use "text", "json" or "md"
}

// A profile with nothing stated gives a page that says what to answer first. The
// pack here is a small one.
func ExampleWrite() {
	eng, err := toy()
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := eng.Recommend(context.Background(), engine.Profile{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.Write(os.Stdout, eng.Pack(), r, report.Text, report.Width(60)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Release recommendation
	//
	// NO BASIS YET
	//
	// There is no basis for advice yet: you gave no priority a
	// weight, and no rule applies to your answers. Say first what
	// matters to you, and answer the first questions about your
	// situation.
	//
	// What to answer first
	//
	//   - What matters most to you? Give weights from 0 to 10 to
	//     your priorities.
	//   - Do customers pay for it? (sold)
	//   - May you publish it? (rights)
	//   - Can a useful core be separated? (separable)
	//   - How bad is the worst misuse? (harm)
	//   - How many users has it? (users)
	//
	// Before you rely on this
	//
	//   - Mixed options cannot be judged yet. "Open core" waits
	//     for the fewest answers, these 3: Right to publish
	//     (rights), Separable (separable) and Sold (sold).
	//
	// What is open
	//
	//   - You gave these no weight, so they do not count: Low
	//     burden, Reach, Steady revenue and Scrutiny (calm, reach,
	//     revenue, scrutiny).
	//   - Open questions that some rule uses: "Worst misuse",
	//     "Right to publish", "Separable", "Sold" and "Users"
	//     (harm, rights, separable, sold, users).
	//
	// Method
	//
	//   Rules toy 1.2.0 (sha256:a49bca9b809c), profile
	//   sha256:f8482e18dbaa. This is a structured opinion to think
	//   with. This is not legal advice.
}
