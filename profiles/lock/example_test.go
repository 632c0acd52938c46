package lock_test

import (
	"context"
	"fmt"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
)

func Example() {
	ctx := context.Background()
	eng, err := engine.New(rules.Core())
	if err != nil {
		fmt.Println(err)
		return
	}
	before, _ := profiles.Preset("one_person_library")
	rec, err := eng.Recommend(ctx, before)
	if err != nil {
		fmt.Println(err)
		return
	}
	old, err := lock.Parse(lock.Path("release.ajar.yaml"), lock.FromRecommendation(rec).Marshal())
	if err != nil {
		fmt.Println(err)
		return
	}

	after, _ := profiles.Preset("one_person_library", profiles.WithAssignments("confidentiality_duty=true"))
	if rec, err = eng.Recommend(ctx, after); err != nil {
		fmt.Println(err)
		return
	}
	c, err := lock.Explain(ctx, eng, old, rec)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("verdict moved:", c.VerdictMoved, "by", c.Cause)
	fmt.Println(c.From.Verdict.Stance, "to", c.To.Verdict.Stance)
	fmt.Println(c.Answers[0].ID, c.Answers[0].From, "to", c.Answers[0].To)
	// Output:
	// verdict moved: true by answers
	// open to closed
	// confidentiality_duty false to true
}
