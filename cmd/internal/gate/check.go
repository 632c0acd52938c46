// Package gate checks a verdict against its lock, and says whether a change may
// pass: which conditions hold, which of them the check fails on, and what moved the
// verdict. It writes the check for people, for programs and for CI.
package gate

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/change"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Conditions that a check can fail on.
const (
	Changed       = "changed"
	Undecided     = "undecided"
	Incomplete    = "incomplete"
	Stale         = "stale"
	Blocked       = "blocked"
	NotReady      = "not_ready"
	Contradictory = "contradictory"
)

// Conditions lists them in the order in which they are told.
func Conditions() []string {
	return []string{Changed, Undecided, Incomplete, Stale, Blocked, NotReady, Contradictory}
}

// DefaultConditions lists those that a check fails on if nothing else is said.
// Contradictory is none of them: the verdict is what the answers make it, and a check
// that passed goes on to pass when a pack learns of one more contradiction.
func DefaultConditions() []string { return []string{Changed, Blocked, NotReady} }

// findMissingAnswers lists the facts whose answers the conditions of the release wait
// for, each once: those that are known to hold. What holds by precaution alone is a
// doubt, which the report tells and which fails no check.
func (c *Check) findMissingAnswers() (out []string) {
	for i := range c.rec.Conditions {
		b := &c.rec.Conditions[i]
		if b.Need != engine.NeedAnswer || b.Precaution {
			continue
		}
		for _, id := range b.Facts {
			if slices.Contains(c.rec.Unknown, id) && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// Input is what is checked, and how.
type Input struct {
	Name, LockPath string // as the person named them
	File           string // the name of the profile's file without its folder; "" if it is none
	Version        string // of the program
	AcceptCommand  string // that accepts the verdict
	FailOn         []string
	Today          func() string // asked only where a day matters
	Pack           *rules.Pack
	Profile        engine.Profile
	Positions      map[string]diag.Pos // where the answers stand
	OldLockText    []byte              // the lock as it was; nil if there is none
	AllowUndecided bool                // a first lock may keep that there is no verdict
	Lock           *lock.Lock          // what it says; nil if there is none
}

// Check is one check. Make it with Run.
type Check struct {
	Input
	rec     *engine.Recommendation
	change  *change.Change // nil without a lock
	updated bool
	refused bool // a lock was asked for and not written
}

// Run works out the verdict and what changed since the lock.
func Run(ctx context.Context, eng *engine.Engine, in Input) (*Check, error) {
	c := &Check{Input: in}
	var err error
	if c.rec, err = eng.Analyse(ctx, c.Profile); err != nil || c.Lock == nil {
		return c, err
	}
	found, err := lock.Explain(ctx, eng, c.Lock, c.rec)
	if err != nil {
		return nil, err
	}
	c.change = &change.Change{Pack: c.Pack, LockChange: found, Positions: c.Positions, File: c.Name}
	c.change.Movers, err = lock.FindMovers(ctx, eng, found)
	return c, err
}

// listContradictions lists the answers that contradict each other.
func (c *Check) listContradictions(lang string) []report.Warning {
	list, err := report.Contradictions(c.Pack, c.rec, report.Lang(lang), report.Positions(c.Positions))
	if err != nil {
		panic("gate: the pack made the recommendation: " + err.Error())
	}
	return list
}

// ParseFailOn reads the conditions of --fail-on; none at all is a way to look only.
func ParseFailOn(text string, list *diag.List) (out []string) {
	for word := range strings.SplitSeq(text, ",") {
		word = strings.TrimSpace(word)
		if word != "" && !slices.Contains(Conditions(), word) {
			list.Add(diag.UnknownFlagValue(diag.Pos{}, word, "--fail-on").OneOf(word, Conditions()))
		}
		out = append(out, word)
	}
	return out
}

// refusesLock reports that there is no verdict to keep yet. Whoever commits such a first
// lock is told "unchanged" from then on, and nobody decides. A verdict that was there and
// is gone may be accepted like any other change.
func (c *Check) refusesLock() bool {
	return c.OldLockText == nil && !c.AllowUndecided && (c.rec.Stance == engine.NoBasis || c.rec.Stance == engine.None)
}

// newRefusal says why no lock is written.
func (c *Check) newRefusal() error {
	if c.rec.Stance == engine.NoBasis {
		return diag.UndecidedLockNoBasis(diag.Pos{}, c.LockPath)
	}
	return diag.UndecidedLockBlocked(diag.Pos{}, c.LockPath)
}

// SaveLock writes the lock, unless someone else did so meanwhile. A first one that keeps
// no verdict is refused, which [Check.NewError] tells.
func (c *Check) SaveLock(path string) error {
	if c.refused = c.refusesLock(); c.refused {
		return nil
	}
	text := c.newLock().Marshal()
	err := profiles.Update(path, func(now []byte) ([]byte, error) {
		if !bytes.Equal(now, c.OldLockText) && !bytes.Equal(now, text) {
			return nil, &profiles.WriteError{Name: c.LockPath, Err: profiles.ErrChanged}
		}
		return text, nil
	})
	c.updated = err == nil
	return err
}

// findEnvironment finds the variables of the environment that gave answers, by the id of
// the answer. An answer of a variable has its name in the place of a file.
func (c *Check) findEnvironment() map[string]string {
	out := map[string]string{}
	for id, at := range c.Positions {
		if at.Line == 0 && strings.HasPrefix(at.File, profiles.EnvPrefix) {
			out[id] = at.File
		}
	}
	return out
}

// newLock is what the lock file is to say.
func (c *Check) newLock() *lock.Lock {
	l := lock.FromRecommendation(c.rec)
	l.Profile.File = c.File
	if from := c.findEnvironment(); len(from) > 0 {
		l.Environment = from
	}
	return l
}

// isMet reports whether a condition holds, whether or not the check fails on it.
func (c *Check) isMet(condition string) bool {
	switch condition {
	case Changed:
		return c.change == nil || c.change.VerdictMoved
	case Undecided:
		s := c.rec.Sensitivity
		return c.rec.Option == "" || s != nil && (s.Robustness.Stance == engine.Close || s.Robustness.Stance == engine.Thin)
	case Incomplete:
		return len(c.rec.Unknown) > 0
	case Stale:
		return c.Profile.ReviewBy != "" && c.Today() >= c.Profile.ReviewBy
	}
	switch condition {
	case NotReady:
		return len(c.findMissingAnswers()) > 0
	case Contradictory:
		return c.countContradictions() > 0
	}
	return c.rec.Stance == engine.None
}

// countContradictions counts those that cannot be true. Answers that are only seldom
// true together may be what they say, so they are told and fail no check.
func (c *Check) countContradictions() int {
	n := 0
	for i := range c.rec.Contradictions {
		if !c.Pack.Exclusion(c.rec.Contradictions[i].ID).Rarely {
			n++
		}
	}
	if c.rec.Comparisons != nil {
		n++
	}
	return n
}

// ListFailed lists the conditions that the check fails on. An update accepts the
// change, and nothing else.
func (c *Check) ListFailed() (out []string) {
	for _, condition := range Conditions() {
		accepted := condition == Changed && c.updated
		if slices.Contains(c.FailOn, condition) && c.isMet(condition) && !accepted {
			out = append(out, condition)
		}
	}
	return out
}

// NewError says why the check failed.
func (c *Check) NewError() error {
	failed := c.ListFailed()
	if c.refused {
		return c.newRefusal()
	}
	if c.change == nil && !c.updated {
		return diag.MissingLock(diag.Pos{}, c.LockPath, c.AcceptCommand)
	}
	if len(failed) == 0 {
		return nil
	}
	return diag.CheckFailed(diag.Pos{}, strings.Join(failed, ", "))
}
