// Package change says what differs between two verdicts, and what moved the second:
// for a check, which compares with a lock, and for a comparison of two profiles.
package change

import (
	"cmp"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Change is what differs between two verdicts.
type Change struct {
	*lock.LockChange
	Pack      *rules.Pack
	Movers    []profiles.Difference // those answers that moved the verdict
	Positions map[string]diag.Pos   // where answers stand now
	File      string                // the profile, whose name a place need not repeat
}

// NewVerdictData gives the verdict of a lock as data.
func NewVerdictData(l *lock.Lock) documents.Verdict {
	return documents.Verdict{
		Verdict: l.Verdict, Ready: l.Ready, Today: l.Today, Conditions: append([]string{}, l.Conditions...),
		Rules: documents.Ref(l.Rules), Profile: documents.Ref{Digest: l.Profile.Digest, Name: l.Profile.Name},
	}
}

// NewData gives the change as data.
func (c *Change) NewData() documents.Change {
	was := NewVerdictData(c.From)
	d := documents.Change{
		Changed: c.VerdictMoved, Cause: string(c.Cause), Was: &was, Now: NewVerdictData(c.To), Rules: c.RulesChanged,
		Answers: []documents.AnswerChange{}, Leans: []documents.LeanChange{}, Warnings: []report.Warning{},
	}
	for _, x := range c.Answers {
		at := c.FindAnswerPosition(x)
		d.Answers = append(d.Answers, documents.AnswerChange{
			Kind: string(x.Kind), ID: x.ID, From: pointerOrNil(x.From), To: pointerOrNil(x.To), Moved: slices.Contains(c.Movers, x),
			File: pointerOrNil(at.File), Line: pointerOrNil(at.Line), Col: pointerOrNil(at.Col),
		})
	}
	for _, l := range c.Leans {
		d.Leans = append(d.Leans, documents.LeanChange(l))
	}
	return d
}

// pointerOrNil gives nil for what is not there.
func pointerOrNil[T comparable](x T) *T {
	var none T
	if x == none {
		return nil
	}
	return &x
}

// NameSides gives what to call a verdict of before and one of now.
func NameSides(code string) [2]string {
	t := textsIn(code)
	return [2]string{t.ChangeWas(), t.ChangeNow()}
}

// FindAnswerPosition says where an answer stands now; nowhere if it was taken away.
func (c *Change) FindAnswerPosition(d profiles.Difference) diag.Pos {
	if d.To == "" {
		return diag.Pos{}
	}
	switch d.Kind {
	case profiles.LimitKind:
		return c.Positions["limits"]
	case profiles.PartKind:
		return c.Positions["parts"]
	}
	return c.Positions[d.ID]
}

// PhraseHeadline says in a sentence what moved. Rules that changed come first, so
// that nobody looks for the fault in the answers.
func (c *Change) PhraseHeadline(code string) string {
	t := textsIn(code)
	shifts := c.listLeanShifts(t)
	leans := t.ChangeLeans(len(shifts))
	answers := t.ChangeAnswers(len(c.Answers))
	if len(c.Answers) == 0 {
		answers = t.ChangeAnswersNone()
	}
	if len(shifts) == 0 {
		leans = t.ChangeLeansNone()
	}
	from, to := nameRules(c.From), nameRules(c.To)
	if from == to { // under one version
		from, to = from+shortenDigest(c.From), to+shortenDigest(c.To)
	}
	switch {
	case c.RulesChanged && c.VerdictMoved:
		return t.ChangeMovedRules(from, to, answers, leans)
	case c.RulesChanged:
		return t.ChangeSameRules(from, to, answers, leans)
	case c.VerdictMoved:
		return t.ChangeMoved(answers, leans)
	}
	return t.ChangeSame(answers, leans)
}

// shortenDigest is as much of a digest as tells two packs apart.
func shortenDigest(l *lock.Lock) string {
	const shown = len("sha256:") + 12
	return " " + l.Rules.Digest[:min(len(l.Rules.Digest), shown)]
}

func nameRules(l *lock.Lock) string { return l.Rules.Name + " " + l.Rules.Version }

// AddToPage puts the change on a page. Sides are what to call both verdicts.
func (c *Change) AddToPage(p *page.Page, code string, sides [2]string) {
	t := textsIn(code)
	p.Rows([]page.Row{
		{Term: sides[0], Text: PhraseLock(c.Pack, t.Lang, c.From)},
		{Term: sides[1], Text: PhraseLock(c.Pack, t.Lang, c.To)},
	})
	if c.VerdictMoved {
		p.Gap()
		p.Text(phraseCause(t, c.Cause))
	}
	var moved, beside []string
	for _, d := range c.Answers {
		if slices.Contains(c.Movers, d) {
			moved = append(moved, c.PhraseAnswer(t.Lang, d))
		} else {
			beside = append(beside, c.PhraseAnswer(t.Lang, d))
		}
	}
	addTitledLines(p, t.ChangeMovers(len(moved)), moved)
	addTitledLines(p, t.ChangeBeside(), beside)
	addTitledLines(p, t.ChangeLeansTitle(), c.listLeanShifts(t))
}

// AddContradictions puts answers that contradict each other on a page.
func AddContradictions(p *page.Page, code string, warnings []report.Warning) {
	lines := make([]string, len(warnings))
	for i, x := range warnings {
		lines[i] = x.Text
	}
	addTitledLines(p, textsIn(code).ChangeContradictions(), lines)
}

// phraseCause says what moved the verdict.
func phraseCause(t texts, cause lock.Cause) string {
	switch cause {
	case lock.ByAnswers:
		return t.ChangeCauseAnswers()
	case lock.ByRules:
		return t.ChangeCauseRules()
	case lock.ByBoth:
		return t.ChangeCauseBoth()
	}
	return t.ChangeCauseProgram()
}

// listLeanShifts tells the leans that moved so far that another word fits.
func (c *Change) listLeanShifts(t texts) (out []string) {
	for _, l := range c.Leans {
		from, to := phraseLean(l.From, t.Lang), phraseLean(l.To, t.Lang)
		if from != to {
			out = append(out, t.ChangeLean(c.findDimensionTitle(l.Dimension, t.Lang), from, to))
		}
	}
	return out
}

// addTitledLines adds a heading with lines below, or nothing if there are none.
func addTitledLines(p *page.Page, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	p.Gap()
	p.Heading(title)
	for _, line := range lines {
		p.Inset(line)
	}
}

// PhraseLock says stance and form, what may be done now if that is something
// else, and which rules gave them.
func PhraseLock(pack *rules.Pack, code string, l *lock.Lock) string {
	return textsIn(code).ChangeBy(PhraseStanding(pack, code, l), nameRules(l))
}

// PhraseStanding says stance and form, and what may be done now if these
// have to wait.
func PhraseStanding(pack *rules.Pack, code string, l *lock.Lock) string {
	t, then := textsIn(code), PhraseVerdict(pack, code, l.Verdict)
	if l.Ready == nil || *l.Ready || l.Verdict.Option == "" {
		return then
	}
	if l.Today == nil || l.Today.Option == "" {
		return t.VerdictNotYetNothing(then)
	}
	return t.VerdictNotYet(then, PhraseVerdict(pack, code, engine.Verdict{Stance: l.Today.Stance, Option: l.Today.Option, Form: l.Today.Form}))
}

// PhraseVerdict says stance and form, or the option where no form is known.
func PhraseVerdict(pack *rules.Pack, code string, v engine.Verdict) string {
	t := textsIn(code)
	stance := nameStance(t, v.Stance)
	if v.Option == "" {
		return stance
	}
	name := v.Option
	if o := pack.Option(v.Option); o != nil {
		name = o.Title.In(t.Lang)
		if f := o.Form(cmp.Or(v.Form, v.Split)); f != nil {
			name = f.Title.In(t.Lang)
		}
	}
	return t.VerdictOption(stance, name)
}

// nameStance names the stance of a verdict.
func nameStance(t texts, s engine.Stance) string {
	switch s {
	case engine.Open:
		return t.StanceOpen()
	case engine.Mixed:
		return t.StanceMixed()
	case engine.Closed:
		return t.StanceClosed()
	case engine.NoBasis:
		return t.StanceNoBasis()
	}
	return t.StanceNone()
}

// PhraseAnswer says what was answered before and now, and where.
func (c *Change) PhraseAnswer(code string, d profiles.Difference) string {
	t := textsIn(code)
	text := t.ChangeAnswer(d.ID, phraseAnswerValue(t, d.From), phraseAnswerValue(t, d.To)) + c.phraseMembers(t, d)
	if d.Kind == profiles.LimitKind {
		text = t.ChangeLimitGone(d.ID)
		if d.To != "" {
			text = t.ChangeLimit(d.ID)
		}
	}
	at := c.FindAnswerPosition(d)
	switch {
	case at.Line > 0 && filepath.Clean(at.File) == filepath.Clean(c.File):
		return t.ChangeLine(text, strconv.Itoa(at.Line))
	case at.File != "":
		return t.ChangeAt(text, strings.TrimSuffix(diag.Pos{File: at.File, Line: at.Line}.String(), ":"))
	}
	return text
}

// phraseMembers says which values a set gained and which it lost; nothing where one
// of the two is not wholly known, or both have one value.
func (c *Change) phraseMembers(t texts, d profiles.Difference) string {
	fact := c.Pack.Fact(d.ID)
	if fact == nil || fact.Type != rules.SetFact || d.Kind != profiles.FactKind {
		return ""
	}
	from, to := rules.ParseMembers(d.From), rules.ParseMembers(d.To)
	if fact.Value(d.From) != nil && fact.Value(d.To) != nil || from.Check(fact, diag.Pos{}) != nil || to.Check(fact, diag.Pos{}) != nil || !from.IsWhole() || !to.IsWhole() {
		return ""
	}
	var gained, lost []string
	for _, id := range fact.ValueIDs() {
		switch was, is := from.Truth(id), to.Truth(id); {
		case is > was:
			gained = append(gained, id)
		case is < was:
			lost = append(lost, id)
		}
	}
	var parts []string
	if gained != nil {
		parts = append(parts, t.ChangeGained(t.List(gained)))
	}
	if lost != nil {
		parts = append(parts, t.ChangeLost(t.List(lost)))
	}
	return t.ChangeMembers(strings.Join(parts, t.ChangeSemicolon()))
}

func phraseAnswerValue(t texts, value string) string {
	if value == "" {
		return t.ChangeNothing()
	}
	return value
}

func (c *Change) findDimensionTitle(id, lang string) string {
	if d := c.Pack.Dimension(id); d != nil {
		return d.Title.In(lang)
	}
	return id
}

func phraseLean(lean *float64, lang string) string {
	if lean == nil {
		return report.LeanText(math.NaN(), lang)
	}
	return report.LeanText(*lean, lang)
}
