package dialogue

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules/plain"
)

// saveProfile saves, and settles what somebody else answered meanwhile. If it cannot be
// saved, the answer is not lost yet: the person may make room, say, and try again.
// Whoever does not leaves with the error.
func (d *Dialogue) saveProfile() error {
	for {
		meanwhile, err := d.Save(d.Session.Profile())
		if err == nil && meanwhile == nil {
			return nil
		}
		if err == nil {
			if err := d.settleAnswers(*meanwhile); err != nil {
				return err
			}
			continue
		}
		d.showMistake(err)
		way, left := d.Choose(d.words.NotSaved(), []string{d.words.TryAgain(), d.words.StopHere()}, false)
		if left != nil || way == 2 {
			return err
		}
	}
}

// settleAnswers tells what somebody else answered meanwhile. What only they answered is
// taken over; of what both did, the person chooses.
func (d *Dialogue) settleAnswers(m session.Meanwhile) error {
	taken, clashes, err := session.MergeAnswers(d.Session, m)
	if err != nil {
		return err
	}
	if len(taken) > 0 {
		said := make([]string, len(taken))
		for i, q := range taken {
			said[i] = d.nameQuestion(q) + d.words.Colon() + d.phraseGivenAnswer(q)
		}
		d.writeParagraph("  ", d.words.TakenOver(len(taken), strings.Join(said, d.words.Semicolon())))
	}
	for _, c := range clashes {
		intro := d.words.BothAnswered(d.phraseQuestion(c.Mine))
		mine, theirs := d.phraseGivenAnswer(c.Mine), d.phraseGivenAnswer(c.Theirs)
		if c.MyWeights != nil {
			mine, theirs = d.phraseWeights(c.MyWeights), d.phraseWeights(c.TheirWeights)
		}
		way, err := d.Choose(intro, []string{d.words.KeepMine(mine), d.words.TakeTheirs(theirs)}, false)
		if err != nil {
			d.writeParagraph("", d.words.TheirsStays())
			return err
		}
		if way == 2 {
			session.TakeTheirs(d.Session, c)
		}
	}
	return nil
}

// phraseWeights lists weights, the greatest first.
func (d *Dialogue) phraseWeights(weights map[string]float64) string {
	ids := slices.SortedFunc(maps.Keys(weights), func(a, b string) int {
		return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(a, b))
	})
	for i, id := range ids {
		ids[i] = d.Session.QuestionByID(id).Title.In(d.words.Lang) + " " + plain.Fixed(weights[id], 1)
	}
	return strings.Join(ids, d.words.Semicolon())
}
