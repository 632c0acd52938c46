package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Document gives the JSON document of a recommendation with its texts in lang
// ("zh", else English). Version names the program; "" leaves it null. The pack is
// the one that the recommendation names.
func Document(pack *rules.Pack, r *engine.Recommendation, lang, version string) (*Result, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	return newResultWriter(pack, r, lang, version).buildDocument(), nil
}

func (w *resultWriter) buildDocument() *Result {
	r := w.rec
	d := &Result{
		Schema: ResultSchema, Lang: w.Lang, Ajar: nilIfEmpty(w.version), Rules: w.buildRules(), Profile: w.buildProfile(),
		Stance: r.Stance, Option: nilIfEmpty(r.Option), Split: w.buildSplit(), Robustness: w.buildRobustness(),
		Summary: w.Sentences(w.summariseVerdict()), Score: buildInterval(r.Score),
		NotStated: copyList(r.NotStated), Unknown: copyList(r.Unknown),
		Questions: w.buildQuestions(), Flips: w.buildFlips(), Shares: w.buildShares(),
		Answers: w.buildAnswers(), Components: mapList(r.Components, w.buildComponentAdvice), Licences: w.buildLicences(),
		Standards: mapList(r.Standards, w.buildStandard), NextSteps: mapList(r.NextSteps, w.buildNextStep), Warnings: w.buildWarnings(),
	}
	if r.RunnerUp.Option != "" {
		d.RunnerUp = &RunnerUp{r.RunnerUp.Option, r.RunnerUp.Gap, w.buildCentralWeights()}
	}
	d.Options = mapList(r.Options, w.buildOption)
	d.Dimensions = mapList(r.Dimensions, w.buildDimension)
	d.Priorities = mapList(r.Priorities, w.buildPriority)
	d.Inactive = mapList(r.Inactive, w.buildInactive)
	d.Duties = mapList(r.Duties, func(v *engine.VetoResult) Duty {
		return Duty{Blocker: w.buildBlocker(v), Component: nilIfEmpty(w.pack.Veto(v.ID).Component), Duty: w.pack.Veto(v.ID).Duty.In(w.Lang)}
	})
	return d
}

func (w *resultWriter) buildRules() Rules {
	p := w.pack
	return Rules{Name: p.Name, Version: p.Version, Digest: p.Digest, Beta: p.Constants.Beta.Value, SituationShare: w.rec.SituationShare}
}

func (w *resultWriter) buildProfile() Profile {
	p := &w.rec.Profile
	return Profile{Name: p.Name, Digest: p.Digest(), Layers: copyList(p.Layers)}
}

// mapList never gives nil, so that an empty list is [] and not null.
func mapList[T, U any](in []T, f func(*T) U) []U {
	out := make([]U, len(in))
	for i := range in {
		out[i] = f(&in[i])
	}
	return out
}

func copyList(list []string) []string { return append([]string{}, list...) }

func nilIfEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func nilIfNaN(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	return &x
}

func buildInterval(i engine.Interval) Interval {
	return Interval{nilIfNaN(i.Nominal), nilIfNaN(i.Low), nilIfNaN(i.High)}
}

func firstOrNil(list []string) *string {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

func (w *resultWriter) buildSplit() *Split {
	s := w.findSplit()
	if s == nil {
		return nil
	}
	return &Split{Pattern: s.ID, Gives: copyList(w.keepPresentComponents(s.Gives)), Keeps: copyList(w.keepPresentComponents(s.Keeps)), Text: s.Text.In(w.Lang)}
}

func (w *resultWriter) buildOption(o *engine.OptionResult) OptionResult {
	c := OptionResult{
		ID: o.ID, Stance: w.pack.Option(o.ID).Stance, Value: buildInterval(o.Value), Available: o.Available,
		BlockedBy: mapList(o.BlockedBy, w.buildBlocker), AvailableIf: copyList(o.AvailableIf),
	}
	if a := findAcceptability(w.acceptabilityNearStated(), o.ID); a != nil {
		c.Acceptability, c.AcceptabilitySE = &a.Share, &a.Error
	}
	return c
}

func (w *resultWriter) buildBlocker(v *engine.VetoResult) Blocker {
	if v.Limit != nil {
		return Blocker{ID: LimitID, Text: v.Limit.Because, Facts: []string{}, Sources: []string{}, Certain: v.Certain}
	}
	return Blocker{
		ID: v.ID, Text: w.pack.Veto(v.ID).Text.In(w.Lang), Facts: copyList(v.Facts), Source: firstOrNil(w.pack.Veto(v.ID).Source), Sources: copyList(w.pack.Veto(v.ID).Source),
		Lift: nilIfEmpty(w.pack.Veto(v.ID).Lift.In(w.Lang)), Certain: v.Certain, Precaution: v.Precaution,
	}
}

func (w *resultWriter) buildDimension(d *engine.DimensionResult) Dimension {
	def := w.pack.Dimension(d.ID)
	return Dimension{
		ID: d.ID, Group: def.Group, Title: def.Title.In(w.Lang), Importance: d.Importance, Lean: buildInterval(d.Lean),
		Contribution: d.Contribution, Justification: w.formatSentences(w.justifyDimension(d)),
		Arguments: mapList(d.Arguments, w.buildArgument),
	}
}

func (w *resultWriter) buildArgument(a *engine.ArgumentResult) Argument {
	return Argument{
		ID: a.ID, Pull: a.Pull, Mass: a.Mass, Text: w.pack.Argument(a.ID).Text.In(w.Lang), Facts: copyList(a.Facts),
		Source: firstOrNil(w.pack.Argument(a.ID).Source), Sources: copyList(w.pack.Argument(a.ID).Source),
		Priorities: mapList(a.Priorities, func(p *engine.PriorityShare) PriorityShare { return PriorityShare(*p) }),
		Moderators: mapList(a.Moderators, func(m *engine.FiredModerator) Moderator {
			def := w.pack.Moderator(m.ID)
			return Moderator{ID: m.ID, Factor: m.Factor, Text: def.Text.In(w.Lang), Facts: listFactsRead(def.When)}
		}),
	}
}

// listFactsRead lists the facts that a condition reads, sorted.
func listFactsRead(c *rules.Condition) []string {
	facts := c.Facts([]string{})
	slices.Sort(facts)
	return facts
}

// buildAnswers lists what the profile says, by id.
func (w *resultWriter) buildAnswers() []StatedAnswer {
	p := &w.rec.Profile
	out := []StatedAnswer{}
	for id, weight := range p.Weights {
		out = append(out, w.buildAnswer(id, PriorityKind, Value(weight), KnownState))
	}
	for id, a := range p.Facts {
		g := w.buildAnswer(id, FactKind, w.findFactValue(id), KnownState)
		if _, known := a.Known(); !known {
			g.State = a.String()
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b StatedAnswer) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func (w *resultWriter) buildAnswer(id, kind string, v Value, state string) StatedAnswer {
	n := w.rec.Profile.Notes[id]
	return StatedAnswer{
		ID: id, Kind: kind, Value: v, State: state,
		Layer: nilIfEmpty(n.Layer), Sure: nilIfEmpty(string(n.Sure)), Note: nilIfEmpty(n.Text), By: nilIfEmpty(n.By),
	}
}

// findFactValue gives the stated value of a fact as its own JSON type, nil if none.
func (w *resultWriter) findFactValue(fact string) Value {
	v, known := w.rec.Profile.Facts[fact].Known()
	if !known {
		return nil
	}
	switch w.pack.Fact(fact).Type {
	case rules.BoolFact:
		return v == "true"
	case rules.NumberFact:
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			return x
		}
	}
	return v
}

func (w *resultWriter) buildInactive(id *string) InactiveAnswer {
	return InactiveAnswer{ID: *id, Value: w.findFactValue(*id), Guard: listFactsRead(w.pack.Fact(*id).AskedIf), Text: w.describeInactive(*id)}
}
