package rules

import (
	"errors"
	"io/fs"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Topic says what a piece of counsel is about.
type Topic string

// The topics of counsel, in the order in which they are told.
const (
	RidersTopic     Topic = "riders"     // who takes without giving, and which terms answer it
	ComplementTopic Topic = "complement" // what the other side would add, and how to get part of it too
	IncomeTopic     Topic = "income"     // where income can come from, and where it cannot
)

// Topics lists the topics of counsel.
func Topics() []Topic { return []Topic{RidersTopic, ComplementTopic, IncomeTopic} }

// Valid reports whether the topic is one of [Topics].
func (t Topic) Valid() bool { return slices.Contains(Topics(), t) }

// Counsel is good advice around a release that is neither a part, nor terms, nor a
// step: it changes no verdict and forbids nothing. Scope and condition are those of
// other advice.
type Counsel struct {
	At    diag.Pos
	ID    string   `tree:"id"`
	Topic Topic    `tree:"topic"`
	For   []string `tree:"for,optional"`
	// NotFor is said as For is; what it names goes before what For names.
	NotFor []string   `tree:"not_for,optional"`
	When   *Condition `tree:"when,optional"`
	Title  Text       `tree:"title"`
	Text   Text       `tree:"text"`
	Source []string   `tree:"source"`
}

const counselFileName = "counsel.yaml"

type counselFile struct {
	Counsel []Counsel `tree:"counsel"`
}

// loadCounsel reads a file that a pack need not have. Its order is that of telling.
func (l *packLoader) loadCounsel() []Counsel {
	if _, err := fs.Stat(l.files, counselFileName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var f counselFile
	l.decodeFile(counselFileName, &f)
	return f.Counsel
}

func (c *packChecker) checkCounsel() {
	for i := range c.pack.Counsel {
		x := &c.pack.Counsel[i]
		if !x.Topic.Valid() {
			c.list.Add(diag.UndefinedPackID(x.At, "topic of counsel", string(x.Topic)).OneOf(string(x.Topic), WordsOf(Topics())))
		}
		c.checkScope(x.At, append(slices.Clone(x.For), x.NotFor...), x.When, x.Source)
	}
}

func (p *Pack) counselRules() []Rule {
	var out []Rule
	for i := range p.Counsel {
		x := &p.Counsel[i]
		out = append(out, Rule{CounselRule, x.ID, x.At, "", x.Title, present(x.When), x.Source, x})
	}
	return out
}

// CounselByID finds a piece of counsel by its id.
func (p *Pack) CounselByID(id string) *Counsel {
	return findFirst(p.Counsel, func(x *Counsel) bool { return x.ID == id })
}
