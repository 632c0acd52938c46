package session_test

import (
	"context"
	"fmt"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

func Example() {
	eng, err := engine.New(rules.Core())
	if err != nil {
		panic(err)
	}
	ctx := context.Background()
	s, err := session.New(eng, engine.Profile{}, session.Config{})
	if err != nil {
		panic(err)
	}
	q, err := s.Next(ctx)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%d of %d  %s\n", q.Place, q.Of, q.Text.In("en"))
	for i, c := range q.Choices {
		fmt.Printf("  %d  %s\n", i+1, c.Label.In("en"))
	}
	values, err := q.Parse("2") // as typed
	if err != nil {
		panic(err)
	}
	if _, err = s.Answer(ctx, values...); err != nil {
		panic(err)
	}
	fmt.Println("kind:", s.Profile().Facts["kind"])
	// Output:
	// 1 of 9  Is the work ordinary software, a trained model, or both?
	//   1  The work is ordinary software
	//   2  The work is a trained model
	//   3  The work is software together with a trained model
	// kind: model
}
