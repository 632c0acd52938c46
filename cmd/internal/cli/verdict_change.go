package cli

import (
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// verdictChange is what differs between two verdicts, as check and compare write it.
type verdictChange struct {
	pack *rules.Pack
	*lock.LockChange
	movers    []profiles.Difference // those answers that moved the verdict
	positions map[string]diag.Pos   // where answers stand now
	file      string                // the profile, whose name a place need not repeat
	sideNames [2]string             // what to call both verdicts
}

// changeData is a change in JSON.
type changeData struct {
	Changed bool         `json:"changed"` // stance, option or split
	Cause   string       `json:"cause"`   // answers, rules, both, program or ""
	Was     *verdictData `json:"was"`
	Now     verdictData  `json:"now"`
	Answers []answerData `json:"answers"`
	Rules   bool         `json:"rules_changed"`
	Leans   []leanData   `json:"leans"`
}

type verdictData struct {
	engine.Verdict
	Rules   lock.Ref `json:"rules"`
	Profile lock.Ref `json:"profile"`
}

type answerData struct {
	Kind string  `json:"kind"`
	ID   string  `json:"id"`
	From *string `json:"from"`
	To   *string `json:"to"`
	// Moved says that this answer moved the verdict, alone or with others.
	Moved bool    `json:"moved"`
	File  *string `json:"file"`
	Line  *int    `json:"line"`
	Col   *int    `json:"col"`
}

type leanData struct {
	Dimension string   `json:"dimension"`
	From      *float64 `json:"from"`
	To        *float64 `json:"to"`
}

func newVerdictData(l *lock.Lock) verdictData { return verdictData{l.Verdict, l.Rules, l.Profile} }

func (c *verdictChange) newChangeData() changeData {
	was := newVerdictData(c.From)
	d := changeData{
		Changed: c.VerdictMoved, Cause: string(c.Cause), Was: &was, Now: newVerdictData(c.To), Rules: c.RulesChanged,
		Answers: []answerData{}, Leans: []leanData{},
	}
	for _, x := range c.Answers {
		at := c.findAnswerPosition(x)
		d.Answers = append(d.Answers, answerData{
			Kind: string(x.Kind), ID: x.ID, From: pointerOrNil(x.From), To: pointerOrNil(x.To), Moved: slices.Contains(c.movers, x),
			File: pointerOrNil(at.File), Line: pointerOrNil(at.Line), Col: pointerOrNil(at.Col),
		})
	}
	for _, l := range c.Leans {
		d.Leans = append(d.Leans, leanData(l))
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

// findAnswerPosition says where an answer stands now; nowhere if it was taken away.
func (c *verdictChange) findAnswerPosition(d profiles.Difference) diag.Pos {
	if d.To == "" {
		return diag.Pos{}
	}
	if d.Kind == profiles.LimitKind {
		return c.positions["limits"]
	}
	return c.positions[d.ID]
}

// phraseHeadline says in a sentence what moved. Rules that changed come first, so
// that nobody looks for the fault in the answers.
func (c *verdictChange) phraseHeadline(t texts) string {
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
	return plain.Clean(" " + l.Rules.Digest[:min(len(l.Rules.Digest), shown)])
}

func nameRules(l *lock.Lock) string { return plain.Clean(l.Rules.Name + " " + l.Rules.Version) }

// addToPage puts the change on a page.
func (c *verdictChange) addToPage(p *page.Page, t texts) {
	p.Rows([]page.Row{
		{Term: c.sideNames[0], Text: c.phraseLockVerdict(t, c.From)},
		{Term: c.sideNames[1], Text: c.phraseLockVerdict(t, c.To)},
	})
	if c.VerdictMoved {
		p.Gap()
		p.Text(phraseCause(t, c.Cause))
	}
	var moved, beside []string
	for _, d := range c.Answers {
		if slices.Contains(c.movers, d) {
			moved = append(moved, c.phraseAnswerChange(t, d))
		} else {
			beside = append(beside, c.phraseAnswerChange(t, d))
		}
	}
	addTitledLines(p, t.ChangeMovers(len(moved)), moved)
	addTitledLines(p, t.ChangeBeside(), beside)
	addTitledLines(p, t.ChangeLeansTitle(), c.listLeanShifts(t))
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
func (c *verdictChange) listLeanShifts(t texts) (out []string) {
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

// phraseLockVerdict says stance, option and split, and which rules gave them.
func (c *verdictChange) phraseLockVerdict(t texts, l *lock.Lock) string {
	v := phraseVerdict(c.pack, t, l.Verdict)
	return t.ChangeBy(v, nameRules(l))
}

func phraseVerdict(pack *rules.Pack, t texts, v engine.Verdict) string {
	stance := nameStance(t, v.Stance)
	if v.Option == "" {
		return stance
	}
	option, split := v.Option, v.Split
	if o := pack.Option(v.Option); o != nil {
		option = o.Title.In(t.Lang)
		if s := o.Split(split); s != nil {
			split = s.Title.In(t.Lang)
		}
	}
	if split == "" {
		return t.VerdictOption(stance, plain.Clean(option))
	}
	return t.VerdictSplit(stance, plain.Clean(option), plain.Clean(split))
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

// phraseAnswerChange says what was answered before and now, and where.
func (c *verdictChange) phraseAnswerChange(t texts, d profiles.Difference) string {
	text := t.ChangeAnswer(plain.Clean(d.ID), phraseAnswerValue(t, d.From), phraseAnswerValue(t, d.To))
	if d.Kind == profiles.LimitKind {
		text = t.ChangeLimitGone(plain.Clean(d.ID))
		if d.To != "" {
			text = t.ChangeLimit(plain.Clean(d.ID))
		}
	}
	at := c.findAnswerPosition(d)
	switch {
	case at.Line > 0 && filepath.Clean(at.File) == filepath.Clean(c.file):
		return t.ChangeLine(text, strconv.Itoa(at.Line))
	case at.File != "":
		return t.ChangeAt(text, strings.TrimSuffix(diag.Pos{File: at.File, Line: at.Line}.String(), ":"))
	}
	return text
}

func phraseAnswerValue(t texts, value string) string {
	if value == "" {
		return t.ChangeNothing()
	}
	return plain.Clean(value)
}

func (c *verdictChange) findDimensionTitle(id, lang string) string {
	if d := c.pack.Dimension(id); d != nil {
		return d.Title.In(lang)
	}
	return plain.Clean(id)
}

func phraseLean(lean *float64, lang string) string {
	if lean == nil {
		return report.LeanText(math.NaN(), lang)
	}
	return report.LeanText(*lean, lang)
}
