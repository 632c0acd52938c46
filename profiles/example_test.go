package profiles_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func ExampleRead() {
	const text = `
ajar: 1
name: parser
extends: [preset:one_person_library]
priorities:
  adoption_reach: {weight: 9, note: "talked it over", by: mei}
facts:
  contributor_interest: unknown
`
	p, err := profiles.Read(strings.NewReader(text), "release.ajar.yaml", profiles.YAML)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Weights["adoption_reach"], p.Notes["adoption_reach"].By)
	fmt.Println(p.Facts["owner_type"], "from", p.Notes["owner_type"].Layer)
	fmt.Println(p.Facts["contributor_interest"])

	eng, err := engine.New(rules.Core())
	if err != nil {
		fmt.Println(err)
		return
	}
	rec, err := eng.Recommend(context.Background(), p)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(rec.Stance)
	// Output:
	// 9 mei
	// individual from preset:one_person_library
	// unknown
	// open
}

// All mistakes come at once, each with its place and what was probably meant.
func ExampleRead_mistakes() {
	const text = `
facts:
  hosting_rival: none
  kind: modle
priorities:
  data_privacy: 11
`
	_, err := profiles.Read(strings.NewReader(text), "release.ajar.yaml", profiles.YAML)
	fmt.Println(err)
	list, _ := diag.From(err)
	fmt.Println(list[0].Pos.Line, list[0].Code, list[0].Suggest)
	fmt.Println(list[0].Message("zh"))
	// Output:
	// release.ajar.yaml:3:3: AJ203 unknown fact "hosting_rival"; did you mean "hosting_rivals"?
	// release.ajar.yaml:4:9: AJ206 "modle" is not a value of "kind"; did you mean "model"?; allowed: software, model, both, unknown, na
	// release.ajar.yaml:6:17: AJ224 the weight of "data_privacy" is 11; it must lie between 0 and 10; give a number from 0 to 10
	// 3 AJ203 hosting_rivals
	// 未知的事实“hosting_rival”
}

func ExamplePreset() {
	p, err := profiles.Preset("public_body", profiles.WithAssignments("mandate_force=mission", "data_privacy="))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, stated := p.Weights["data_privacy"]
	fmt.Println(p.Facts["mandate_force"], p.Layers, stated)
	// Output: mission [preset:public_body set] false
}

func ExampleWrite() {
	p := engine.Profile{
		Weights: map[string]float64{"adoption_reach": 7},
		Facts:   map[string]engine.Answer{"kind": engine.Value("model"), "rights_cleared": engine.Value("no"), "misuse_severity": engine.Unknown},
		Notes:   map[string]engine.Note{"rights_cleared": {Sure: "low", Text: "ticket LEG-41", By: "legal"}},
	}
	if err := profiles.Write(os.Stdout, p, profiles.YAML); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ajar: 1
	//
	// priorities:
	//   adoption_reach: 7
	//
	// facts:
	//   kind: model
	//   rights_cleared: {value: "no", sure: low, note: "ticket LEG-41", by: legal}
	//   misuse_severity: unknown
}

func ExampleEdit() {
	const text = `ajar: 1
facts:
  kind: software   # for now
  # ask legal
  rights_cleared: unknown
`
	out, err := profiles.Edit([]byte(text), []profiles.FileChange{
		profiles.SetFact("rights_cleared", engine.Value("full"), engine.Note{Text: "ticket LEG-41"}),
		profiles.SetWeight("adoption_reach", 7, engine.Note{}),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(out))
	// Output:
	// ajar: 1
	// facts:
	//   kind: software   # for now
	//   # ask legal
	//   rights_cleared: {value: full, note: "ticket LEG-41"}
	//
	// priorities:
	//   adoption_reach: 7
}

func ExampleCompare() {
	a, _ := profiles.Preset("public_body")
	b, _ := profiles.Preset("public_body", profiles.WithAssignments("data_privacy=", "mandate_force=mission"))
	for _, d := range profiles.Compare(a, b) {
		fmt.Printf("%s %s: %q to %q\n", d.Kind, d.ID, d.From, d.To)
	}
	// Output:
	// fact mandate_force: "law" to "mission"
	// priority data_privacy: "8" to ""
}

func ExampleMigrate() {
	m, err := profiles.Migrate([]byte("ajar: 0\nfacts:\n  kind: null   # ask\n"), profiles.YAML)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range m.Lines {
		fmt.Printf("%d: %s -> %s\n", l.Line, l.From, l.To)
	}
	// Output:
	// 1: ajar: 0 -> ajar: 1
	// 3:   kind: null   # ask ->   kind: unknown   # ask
}
