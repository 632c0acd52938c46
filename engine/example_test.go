package engine_test

import (
	"context"
	"fmt"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// A profile in code: what the owner wants, and what is known.
func Example() {
	e, err := engine.New(rules.Core())
	if err != nil {
		panic(err)
	}
	r, err := e.Recommend(context.Background(), engine.Profile{
		Name:    "tax calculator",
		Weights: map[string]float64{"predictable_revenue": 9, "ip_secrecy": 7, "external_scrutiny": 2},
		Facts: map[string]engine.Answer{
			"kind":                engine.Value("software"),
			"artefact_is_product": engine.Yes,
			"must_recoup":         engine.Yes,
			"hosting_rivals":      engine.Unknown,
		},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(r.Stance, r.Option)
	for _, d := range r.Dimensions[:2] {
		fmt.Println(d.ID, d.Lean.Nominal > 0, d.Arguments[0].ID)
	}
	// Output:
	// closed closed_product
	// code_quality true code_quality.open_advantage
	// security false security.closed_advantage
}

// Nothing stated is no mistake: the result says that there is no basis.
func ExampleEngine_Recommend_noBasis() {
	e, _ := engine.New(rules.Core())
	r, err := e.Recommend(context.Background(), engine.Profile{})
	fmt.Println(r.Stance, err)
	fmt.Println(r.Score.Exists())
	// Output:
	// no_basis <nil>
	// false
}

// All mistakes of a profile come at once.
func ExampleEngine_Recommend_mistakes() {
	e, _ := engine.New(rules.Core())
	_, err := e.Recommend(context.Background(), engine.Profile{
		Weights: map[string]float64{"adoption_reach": 11, "adoptoin_reach": 3},
		Facts:   map[string]engine.Answer{"kind": engine.Value("modle")},
	})
	fmt.Println(err)
	// Output:
	// AJ301 the pack has no fact or priority "adoptoin_reach"; did you mean "adoption_reach"?
	// AJ302 the weight of "adoption_reach" is 11; it must lie between 0 and 10; give a number from 0 to 10
	// AJ303 "modle" is not a value of "kind"; did you mean "model"?; allowed: software, model, both
}

// One engine serves any number of goroutines.
func Example_concurrent() {
	e, _ := engine.New(rules.Core())
	stances := make([]engine.Stance, 3)
	var group sync.WaitGroup
	for i, wish := range []string{"external_scrutiny", "ip_secrecy", "adoption_reach"} {
		group.Go(func() {
			r, err := e.Recommend(context.Background(), engine.Profile{Weights: map[string]float64{wish: 5}})
			if err == nil {
				stances[i] = r.Stance
			}
		})
	}
	group.Wait()
	fmt.Println(stances)
	// Output:
	// [open closed open]
}

// Option values say what share of what counts each option secures, with the
// bounds that open facts allow.
func ExampleRecommendation() {
	e, _ := engine.New(rules.Core())
	r, _ := e.Recommend(context.Background(), engine.Profile{
		Weights: map[string]float64{"adoption_reach": 8, "predictable_revenue": 6},
	})
	for _, o := range r.Options {
		if o.ID == r.Option {
			fmt.Println(o.Available, o.Value.Low <= o.Value.Nominal, o.Value.Nominal <= o.Value.High)
		}
	}
	fmt.Println(len(r.NotStated), "priorities not stated")
	// Output:
	// true true true
	// 15 priorities not stated
}
