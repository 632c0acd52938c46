// Package engine recommends whether to release software or an AI model open,
// mixed or closed, and says why on each dimension of a rule pack. Five calls:
//
//	e, err := engine.New(rules.Core())         // an engine that applies a pack
//	r, err := e.Analyse(ctx, engine.Profile{   // for all that a person will see
//		Weights: map[string]float64{"adoption_reach": 9},
//		Facts:   map[string]engine.Answer{"kind": engine.Value("model")},
//	})
//	err = report.Write(os.Stdout, e.Pack(), r, report.Text)
//	r, err = e.Recommend(ctx, profile)         // a hundred times faster; no word on how settled it is
//	argument := e.Pack().Argument(r.Dimensions[0].Arguments[0].ID) // texts stand in the pack
//
// An engine never changes and serves any number of goroutines. It reads no file,
// no clock and no environment: the same pack and profile give the same result,
// bit for bit, on every platform. METHOD.md beside this file has the method with
// all equations, and the function that computes each.
package engine
