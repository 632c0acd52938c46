package report

import (
	"cmp"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// SensitivitySchema names the form of [SensitivityResult].
const SensitivitySchema = "ajar.sensitivity/1"

// SensitivityResult is the JSON document of [WriteSensitivity]: all that would
// change a result. Keys that it shares with [Result] mean the same.
type SensitivityResult struct {
	Schema        string                `json:"schema"`
	Lang          string                `json:"lang"`
	Ajar          *string               `json:"ajar"`
	Rules         Rules                 `json:"rules"`
	Profile       Profile               `json:"profile"`
	Stance        engine.Stance         `json:"stance"`
	Option        *string               `json:"option"`
	Robustness    *VerdictRobustness    `json:"settled"`
	RunnerUp      *RunnerUp             `json:"runner_up"`
	Acceptability []OptionAcceptability `json:"acceptability"`
	Priorities    []PrioritySensitivity `json:"priorities"`
	Flips         Flips                 `json:"flips"`
	Shares        *Shares               `json:"shares"`
	Questions     []NextQuestion        `json:"next_questions"`
}

// OptionAcceptability is the share of weightings under which an option is the verdict:
// around the stated weights (null if these say nothing) and over all weights,
// with standard errors.
type OptionAcceptability struct {
	Option       string   `json:"option"`
	Stated       *float64 `json:"stated"`
	StatedSE     *float64 `json:"stated_se"`
	AnyWeights   *float64 `json:"any_weights"`
	AnyWeightsSE *float64 `json:"any_weights_se"`
}

// PrioritySensitivity says what the weight of one priority can do. Weight is
// null if the priority is not stated.
type PrioritySensitivity struct {
	ID             string       `json:"id"`
	Weight         *float64     `json:"weight"`
	EffectiveShare float64      `json:"effective_share"`
	CanMatter      bool         `json:"can_matter"`
	FlipWeights    []FlipWeight `json:"flip_weights"`
}

// WriteSensitivity writes all that would change a recommendation made by
// [engine.Engine.Analyse]: a tornado of the weights, every change of facts, and
// how weightings divide among the options. Formats, options and errors are
// those of [Write].
func WriteSensitivity(w io.Writer, pack *rules.Pack, r *engine.Recommendation, f Format, opts ...WriteOption) error {
	return writeReport(w, pack, r, f, opts, func(about *resultWriter) any { return about.buildSensitivityDocument() }, (*resultWriter).composeSensitivityPage)
}

func (w *resultWriter) buildSensitivityDocument() *SensitivityResult {
	s, full := w.rec.Sensitivity, w.buildDocument()
	d := &SensitivityResult{
		Schema: SensitivitySchema, Lang: w.Lang, Ajar: full.Ajar, Rules: full.Rules, Profile: full.Profile,
		Stance: full.Stance, Option: full.Option, Robustness: full.Robustness, RunnerUp: full.RunnerUp,
		Flips: full.Flips, Shares: full.Shares, Questions: full.Questions,
	}
	d.Acceptability = mapList(s.AnyWeights, func(a *engine.Acceptability) OptionAcceptability {
		out := OptionAcceptability{Option: a.Option, AnyWeights: &a.Share, AnyWeightsSE: &a.Error}
		if near := findAcceptability(s.Acceptability, a.Option); near != nil {
			out.Stated, out.StatedSE = &near.Share, &near.Error
		}
		return out
	})
	d.Priorities = mapList(s.Priorities, func(p *engine.PrioritySensitivity) PrioritySensitivity {
		out := PrioritySensitivity{ID: p.ID, EffectiveShare: p.EffectiveShare, CanMatter: p.CanMatter, FlipWeights: mapList(p.Flips, buildFlipWeight)}
		if weight, stated := w.rec.Profile.Weights[p.ID]; stated {
			out.Weight = &weight
		}
		return out
	})
	return d
}

func (w *resultWriter) composeSensitivityPage() []page.Block {
	s := w.rec.Sensitivity
	name := w.TitleSettled()
	if w.rec.Profile.Name != "" {
		name = w.TitleSettledFor(w.rec.Profile.Name)
	}
	p := []page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, w.describeVerdict())}
	if w.rec.Option != "" {
		p = append(p, page.MakeBlock(page.Paragraph, w.describeRobustness()...))
		p = append(p, w.composeTornadoSection()...)
	}
	facts := append(w.listFactChanges(s.FlipFacts, math.MaxInt), w.listPairChanges()...)
	if len(facts) == 0 {
		facts = page.MakeEntries(w.NoFactChanges())
	}
	p = append(p, page.MakeSection(w.SectionFacts(), page.MakeBlocks(page.Item, facts))...)
	if w.rec.Option != "" {
		p = append(p, w.composeWeightingsSection()...)
	}
	p = append(p, page.MakeSection(w.SectionNext(), page.MakeBlocks(page.Item, w.listAllQuestions()))...)
	return append(p, w.composeMethodSection()...)
}

// listAllQuestions lists the questions that can change the option, and names the
// others.
func (w *resultWriter) listAllQuestions() [][]string {
	var out [][]string
	var narrow []string
	for i := range w.rec.Sensitivity.Questions {
		if q := &w.rec.Sensitivity.Questions[i]; len(q.CouldChangeTo) > 0 {
			out = append(out, w.describeQuestion(q))
		} else {
			narrow = append(narrow, q.Fact)
		}
	}
	if len(narrow) > 0 {
		out = append(out, []string{w.AskNarrow(w.joinNamesWithIDs(narrow, w.nameFact))})
	}
	return out
}

// composeTornadoSection draws for each priority how far its weight may go, those that need
// the smallest change first.
func (w *resultWriter) composeTornadoSection() []page.Block {
	t := &page.Table{BarColumn: 1, BarKey: w.TornadoKey(), Head: []string{
		w.HeadPriority(), w.HeadTornado(), w.HeadNow(), w.HeadFlips(), w.HeadEffect(),
	}}
	list := slices.DeleteFunc(slices.Clone(w.rec.Sensitivity.Priorities), func(p engine.PrioritySensitivity) bool { return len(p.Flips) == 0 })
	slices.SortStableFunc(list, func(a, b engine.PrioritySensitivity) int {
		return cmp.Compare(w.findSmallestFlip(&a), w.findSmallestFlip(&b))
	})
	for i := range list {
		p := &list[i]
		now := w.WeightUnstated()
		if weight, stated := w.rec.Profile.Weights[p.ID]; stated {
			now = plain.Decimal(weight)
		}
		var flips, spoken []string
		for j := range p.Flips {
			f := &p.Flips[j]
			flips = append(flips, w.FlipCell(plain.Decimal(f.At), w.nameFlipOutcome(f)))
			spoken = append(spoken, w.describeWeightChange(p, f))
		}
		if p.Stated {
			spoken = append(spoken, w.EffectSpoken(plain.Hundredths(p.EffectiveShare)))
		}
		t.AddRow([]string{w.namePriority(p.ID), drawTornadoBar(w.rec.Profile.Weights[p.ID], p.Flips), now, w.List(flips), plain.Hundredths(p.EffectiveShare)}, spoken...)
	}
	var out []page.Block
	if len(t.Rows) > 0 {
		out = append(out, page.MakeGrid(t))
	}
	out = append(out, page.MakeBlocks(page.Item, w.listIdleWeights())...)
	return page.MakeSection(w.SectionWeights(), append(out, page.MakeBlocks(page.Item, w.describeStability())...))
}

// nameFlipOutcome names what a flip leads to, short enough for a column.
func (w *resultWriter) nameFlipOutcome(f *engine.FlipWeight) string {
	if f.Option == "" {
		return w.nameMissingOption(f.Stance)
	}
	return w.pack.Option(f.Option).Title.In(w.Lang)
}

// findSmallestFlip is the smallest change of a weight that flips.
func (w *resultWriter) findSmallestFlip(p *engine.PrioritySensitivity) float64 {
	least := math.Inf(1)
	for _, f := range p.Flips {
		least = min(least, math.Abs(f.At-w.rec.Profile.Weights[p.ID]))
	}
	return least
}

const tornadoWidth = 21 // one for each half point from 0 to 10

// drawTornadoBar draws the weights from 0 to 10 under which the option stays, with
// an "o" at the stated one.
func drawTornadoBar(now float64, flips []engine.FlipWeight) string {
	low, high := 0, tornadoWidth-1
	place := func(x float64) int { return int(math.Round(2 * x)) }
	at := place(now)
	for _, f := range flips {
		if f.At < now {
			low = min(at, place(f.Border))
		} else {
			high = max(at, place(f.Border))
		}
	}
	bar := strings.Repeat(" ", low) + strings.Repeat("=", high-low+1) + strings.Repeat(" ", tornadoWidth-1-high)
	return bar[:at] + "o" + bar[at+1:]
}

// listPairChanges lists pairs of facts of which neither does it alone.
func (w *resultWriter) listPairChanges() [][]string {
	var out [][]string
	for i := range w.rec.Sensitivity.FlipPairs {
		f := &w.rec.Sensitivity.FlipPairs[i]
		parts := make([]string, len(f.Set))
		for j, s := range f.Set {
			parts[j] = w.PairPart(w.nameFact(s.Fact), s.Fact, w.Quoted(w.describeAnswer(s.Fact, s.Answer)))
		}
		out = append(out, []string{w.ChangePair(w.List(parts), w.describeOutcome(outcomeID(f.Option, f.Stance)))})
	}
	return out
}

// composeWeightingsSection is the part about how weightings divide among the options.
func (w *resultWriter) composeWeightingsSection() []page.Block {
	s := w.rec.Sensitivity
	t := &page.Table{BarColumn: page.NoBarColumn, Head: []string{w.HeadOption(), w.HeadNear(), w.HeadAny()}}
	for _, a := range s.AnyWeights {
		near := w.ValueNone()
		if x := findAcceptability(s.Acceptability, a.Option); x != nil {
			near = w.formatChancesAlone(x.Share)
		}
		all := w.formatChancesAlone(a.Share)
		t.AddRow([]string{w.pack.Option(a.Option).Title.In(w.Lang), near, all}, w.WeightingsSpoken(w.nameOption(a.Option), near, all))
	}
	lines := w.listShares()
	if line := w.describeCentralWeights(); line != "" {
		lines = append(lines, []string{line})
	}
	out := []page.Block{page.MakeGrid(t), page.MakeBlock(page.Paragraph, w.WeightingsLegend())}
	return page.MakeSection(w.SectionWeightings(), append(out, page.MakeBlocks(page.Item, lines)...))
}

const maxCentralWeights = 5 // priorities named in the weighting that the runner-up needs

// describeCentralWeights says what one would have to want for the runner-up to win.
func (w *resultWriter) describeCentralWeights() string {
	list := slices.Clone(w.rec.Sensitivity.Central)
	slices.SortStableFunc(list, func(a, b engine.WeightingShare) int { return cmp.Compare(b.Share, a.Share) })
	var parts []string
	for _, x := range list[:min(maxCentralWeights, len(list))] {
		parts = append(parts, w.WantedPart(w.namePriority(x.ID), strconv.Itoa(int(math.Round(100*x.Share)))))
	}
	if len(parts) == 0 {
		return ""
	}
	return w.Wanted(w.nameOption(w.rec.RunnerUp.Option), w.List(parts))
}
