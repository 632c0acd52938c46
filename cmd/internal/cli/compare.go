package cli

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/change"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func compareVerb() verb {
	return verb{name: "compare", args: "A B", short: texts.ShortCompare, formats: output.PageWriters.Formats(), build: buildCompare}
}

func buildCompare(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = a.completeTwoProfiles
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) > 2:
			return newTooManyArgsMistake(cmd, args[2])
		case len(args) < 2 || args[0] == "" || args[1] == "":
			return diag.MissingArgument(diag.Pos{}, cmd.Name(), cmd.Use)
		}
		return a.runCompare(cmd, args[0], args[1])
	}
}

// runCompare says what differs between two profiles, results or locks. Each is
// turned into a lock, so that they need not be of one kind.
func (a *app) runCompare(cmd *cobra.Command, first, second string) error {
	eng, err := makeEngine()
	if err != nil {
		return err
	}
	places := map[string]diag.Pos{}
	from, err := a.readComparisonSide(cmd.Context(), eng, first, nil)
	if err != nil {
		return err
	}
	to, err := a.readComparisonSide(cmd.Context(), eng, second, places)
	if err != nil {
		return err
	}
	if from.isResult || to.isResult { // which do not say
		from.Answers.WeightsSure, to.Answers.WeightsSure = "", ""
	}
	sides := [2]string{"A", "B"}
	c := &change.Change{Pack: a.pack, LockChange: lock.Compare(from.Lock, to.Lock), Positions: places, File: second}
	if to.Rules.Digest == a.pack.Digest {
		if c.Movers, err = lock.FindMovers(cmd.Context(), eng, c.LockChange); err != nil {
			return err
		}
	}
	return a.writePaged(cmd.Name(),
		func(lang string) *page.Page {
			p := &page.Page{}
			p.Rows([]page.Row{{Term: sides[0], Text: first}, {Term: sides[1], Text: second}})
			p.Gap()
			p.Text(c.PhraseHeadline(lang))
			c.AddToPage(p, lang, sides)
			change.AddContradictions(p, lang, to.listContradictions(a.pack, lang, places))
			return p
		},
		func(lang string) any {
			d := documents.Comparison{Schema: documents.ComparisonSchema, Lang: lang, A: first, B: second, Change: c.NewData()}
			d.Warnings = to.listContradictions(a.pack, lang, places)
			return d
		})
}

// comparisonSide is one side of a comparison.
type comparisonSide struct {
	*lock.Lock
	isResult bool
	rec      *engine.Recommendation // of a profile
}

// listContradictions lists the answers of a profile that contradict each other; a
// result or a lock does not say.
func (s *comparisonSide) listContradictions(pack *rules.Pack, lang string, places map[string]diag.Pos) []report.Warning {
	if s.rec == nil {
		return []report.Warning{}
	}
	list, err := report.Contradictions(pack, s.rec, report.Lang(lang), report.Positions(places))
	if err != nil {
		panic("compare: the pack made the recommendation: " + err.Error())
	}
	return list
}

// readComparisonSide reads a profile, a result or a lock; the schema in the file tells
// which.
func (a *app) readComparisonSide(ctx context.Context, eng *engine.Engine, name string, places map[string]diag.Pos) (comparisonSide, error) {
	if isFile(name) {
		data, err := a.files.ReadOnce(name)
		if err != nil {
			return comparisonSide{}, err
		}
		var head struct {
			Schema string `json:"schema"`
		}
		// What is no JSON or has no schema is a profile.
		if json.Unmarshal(data, &head) == nil && head.Schema != "" {
			return readLockOrResult(name, head.Schema, data)
		}
	}
	p, err := a.loadProfile(name, nil, profiles.WithPositions(places))
	if err != nil {
		return comparisonSide{}, err
	}
	rec, err := eng.Recommend(ctx, p)
	if err != nil {
		return comparisonSide{}, err
	}
	return comparisonSide{Lock: lock.FromRecommendation(rec), rec: rec}, nil
}

func readLockOrResult(name, schema string, data []byte) (comparisonSide, error) {
	if slices.Contains(report.ReadableSchemas(), schema) {
		l, err := lock.FromResult(name, data)
		return comparisonSide{Lock: l, isResult: true}, err
	}
	l, err := lock.Parse(name, data)
	return comparisonSide{Lock: l}, err
}
