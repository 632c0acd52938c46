package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// analyseForPublic analyses the profile without what is private. It refuses if that comes
// to something else to do than the whole profile.
func analyseForPublic(a *app, cmd *cobra.Command, profile engine.Profile, res *report.Resolution) (*engine.Recommendation, []report.WriteOption, error) {
	public, left := profile.Public()
	rec, err := a.analyseProfile(cmd, public)
	if err != nil {
		return nil, nil, err
	}
	if left.Answers > 0 {
		whole, err := a.analyseProfile(cmd, profile)
		if err != nil {
			return nil, nil, err
		}
		if without, with := parted(listWhatToDo(a, rec, res), listWhatToDo(a, whole, res)); without != with {
			return nil, nil, diag.PrivateAnswersDecide(diag.Pos{}, without, with)
		}
	}
	return rec, []report.WriteOption{report.LeftOut(left)}, nil
}

// deed is one thing that a report says to do, and what it is about.
type deed struct{ about, says string }

// listWhatToDo lists what people act on: the advice, what has to come first, what may be done
// until then, what becomes of each part under which terms, and whether a rule forbids the
// form that was decided.
func listWhatToDo(a *app, r *engine.Recommendation, res *report.Resolution) []deed {
	title := func(form, otherwise string) string {
		if _, f := a.pack.Form(form); f != nil {
			return f.Title.In(a.words.Lang)
		}
		return otherwise
	}
	advice := []string{title(r.Form, string(r.Stance))}
	for i := range r.Conditions {
		advice = append(advice, r.Conditions[i].ID)
	}
	if !r.Ready && r.Today.Form != "" {
		advice = append(advice, title(r.Today.Form, ""))
	}
	out := []deed{{"", strings.Join(advice, "; ")}}
	for i := range r.Components {
		c := &r.Components[i]
		says := []string{string(c.Advice)}
		if c.NothingFits {
			says = append(says, "nothing_fits") // as in JSON
		}
		for _, terms := range c.TermsFor {
			says = append(says, strings.Join(terms.AnyOf, " / "))
		}
		for k := range c.Conditions {
			says = append(says, c.Conditions[k].ID)
		}
		out = append(out, deed{c.ID, strings.Join(says, "; ")})
	}
	for i := range r.Options {
		for _, f := range r.Options[i].Forms {
			if res != nil && f.ID == res.Form && f.Barred != rules.NotBarred {
				out = append(out, deed{f.ID, fmt.Sprint(f.Barred)})
			}
		}
	}
	return out
}

// parted gives the first thing that one of two lists says and the other does not.
func parted(one, other []deed) (inOne, inOther string) {
	only := func(list, without []deed) string {
		for _, d := range list {
			switch {
			case slices.Contains(without, d):
			case d.about == "":
				return d.says
			default:
				return d.about + ": " + d.says
			}
		}
		return "-"
	}
	return only(one, other), only(other, one)
}
