package rules

import (
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
)

// checkCounts refuses more rules than an engine is made for.
func (c *packChecker) checkCounts() {
	p := c.pack
	forms, arguments, moderators, deeds := 0, 0, 0, 0
	for i := range p.Options {
		listed := p.Options[i].ListForms()
		if forms += len(listed); forms > MaxForms {
			break
		}
		for _, f := range listed {
			deeds += p.countDeeds(&p.Options[i], f)
		}
	}
	for i := range p.Dimensions {
		arguments, moderators = arguments+len(p.Dimensions[i].Arguments), moderators+len(p.Dimensions[i].Moderators)
	}
	for _, x := range []struct {
		kind      string
		got, most int
	}{
		{"acts", len(p.Acts), MaxActs}, {"kinds of part", len(p.PartKinds), MaxPartKinds}, {"forms", forms, MaxForms},
		{"arguments", arguments, MaxArguments}, {"moderators", moderators, MaxArguments}, {"facts", len(p.Facts), MaxRules},
		{"priorities", len(p.Priorities), MaxPriorities}, {"dimensions", len(p.Dimensions), MaxDimensions}, {"bars", len(p.Bars), MaxRules},
		{"duties", len(p.Duties), MaxRules}, {"components", len(p.Components), MaxComponents}, {"standards", len(p.Standards), MaxRules},
		{"licences", len(p.Licences), MaxRules}, {"choices of licence", len(p.Choices), MaxRules}, {"compatibilities", len(p.Compatible), MaxRules},
		{"steps", len(p.Steps), MaxRules}, {"pieces of counsel", len(p.Counsel), MaxRules}, {"exclusions", len(p.Exclusions), MaxRules}, {"questions of the release sheet", len(p.Sheet), MaxRules},
		{"sources", len(p.Sources), MaxRules}, {"acts of forms under bars", deeds * len(p.Bars), MaxDeeds},
	} {
		if x.got > x.most {
			c.list.Add(diag.PackTooLarge(diag.Pos{}, x.kind, strconv.Itoa(x.got), strconv.Itoa(x.most)))
		}
	}
}

// countDeeds counts what a form does, each act with each kind of part.
func (p *Pack) countDeeds(o *Option, f *Form) int {
	n := 0
	for i := range p.PartKinds[:min(len(p.PartKinds), MaxPartKinds)] {
		n += len(o.ActsWith(f, p.PartKinds[i].ID))
	}
	for _, x := range o.ConditionalActsWith(f) {
		n += len(x.Acts) * len(x.On)
	}
	return n
}
