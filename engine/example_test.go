package engine_test

import (
	"context"
	"encoding/json"
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

// What a person is to see comes from Analyse: it says how settled the result is
// and what would change it. Texts stand in the pack, by id.
func ExampleEngine_Analyse() {
	e, err := engine.New(rules.Core())
	if err != nil {
		panic(err)
	}
	r, err := e.Analyse(context.Background(), engine.Profile{
		Weights: map[string]float64{"predictable_revenue": 9, "adoption_reach": 8},
	})
	if err != nil {
		panic(err)
	}
	pack := e.Pack()
	fmt.Println(pack.Option(r.Option).Title.In("en"), "is", r.Sensitivity.Robustness.Option)
	next := r.Sensitivity.Questions[0]
	fmt.Println("Next:", pack.Fact(next.Fact).Question.In("en"))
	// Output:
	// Closed product is close
	// Next: Is the work ordinary software, a trained model, or both?
}

// A result goes to JSON and back without loss; a number that does not exist is
// null, and an answer has the type that a profile takes.
func ExampleRecommendation_json() {
	e, _ := engine.New(rules.Core())
	r, _ := e.Recommend(context.Background(), engine.Profile{Facts: map[string]engine.Answer{
		"must_recoup": engine.Yes, "kind": engine.Value("model"), "recall_needed": engine.Unknown,
	}})
	data, err := json.Marshal(r)
	if err != nil {
		panic(err)
	}
	var back engine.Recommendation
	if err := json.Unmarshal(data, &back); err != nil {
		panic(err)
	}
	facts, _ := json.Marshal(back.Profile.Facts)
	fmt.Println(back.Stance, string(facts))
	// Output:
	// no_basis {"kind":"model","must_recoup":true,"recall_needed":"unknown"}
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
