package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// aCell is a cell of adaptability.yaml in the form of now, with its strength and
// what grades it left open.
const aCell = `  open_advantage:
    text: Anyone can tailor the code to need and taste.
    serves: [customisability]
    strength: STRENGTH
    strength_because: "Some reason."
    claimed_by: [article_2023]
GRADED
`

// loadWithCell loads the core pack with another cell in the place of the first
// one of adaptability.
func loadWithCell(t *testing.T, cell string) (*rules.Pack, error) {
	t.Helper()
	files := withoutTranslations(coreFiles(t))
	name := "dimensions/adaptability.yaml"
	s := string(files[name].Data)
	from, to := strings.Index(s, "  open_advantage:"), strings.Index(s, "  closed_advantage:")
	require.Positive(t, from)
	require.Greater(t, to, from)
	files[name] = &fstest.MapFile{Data: []byte(s[:from] + cell + s[to:])}
	return rules.Load(files)
}

// Who claims something and who graded it are told apart, and a strength is no
// greater than what somebody found.
func TestAStrengthIsBorneOutByAGrading(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		strength, graded string
		refused          string // a part of the message, "" for none
	}{
		{"1", "    graded_by: [{source: foster_2024, found: supports}]", ""},
		{"1", "    graded_by: [{source: foster_2024, found: mixed}]", "at most 0.7"},
		{"0.7", "    graded_by: [{source: foster_2024, found: mixed}, {source: zhou_2020, found: against}]", ""},
		{"0.7", "    graded_by: [{source: foster_2024, found: weak}]", "at most 0.4"},
		{"0.4", "    graded_by: [{source: foster_2024, found: against}]", "at most 0.2"},
		{"0.2", "    graded_by: [{source: foster_2024, found: against}]", ""},
		{"0.4", "", ""},
		{"0.5", "", "nothing graded"},
		{"0.4", "    graded_by: [{source: foster_2024, found: weka}]", `did you mean "weak"?`},
		{"0.4", "    graded_by: [{source: foster_2042, found: weak}]", `did you mean "foster_2024"?`},
		{"0.4", "    graded_by: [{source: foster_2024, found: weak}, {source: foster_2024, found: mixed}]", "twice"},
		{"0.4", "    source: [foster_2024]", `unknown key "claimed_by"`},
	} {
		_, err := loadWithCell(t, strings.NewReplacer("STRENGTH", c.strength, "GRADED", c.graded).Replace(aCell))
		if c.refused == "" {
			require.NoError(t, err, c)
			continue
		}
		list, ok := diag.From(err)
		require.True(t, ok, "%v: %v", c, err)
		require.Len(t, list, 1, c)
		require.Equal(t, "dimensions/adaptability.yaml", list[0].Pos.File)
		require.NotZero(t, list[0].Pos.Line)
		require.Contains(t, list[0].Error(), c.refused)
		require.Regexp(t, `\p{Han}`, list[0].Message("zh"))
	}
}

// What packs of the first version call "source" says who claims it; they keep
// their strengths, and their digests.
func TestTheSourceOfAnOlderPackIsWhoClaimsIt(t *testing.T) {
	t.Parallel()
	older := strings.NewReplacer("STRENGTH", "1", "GRADED\n", "", "claimed_by:", "source:").Replace(aCell)
	p, err := loadWithCell(t, older)
	require.NoError(t, err)
	a := p.Argument("adaptability.open_advantage")
	require.Equal(t, []string{"article_2023"}, a.ClaimedBy)
	require.Empty(t, a.GradedBy)
	now, err := loadWithCell(t, strings.NewReplacer("STRENGTH", "0.4", "GRADED\n", "").Replace(aCell))
	require.NoError(t, err)
	older = strings.NewReplacer("STRENGTH", "0.4", "GRADED\n", "", "claimed_by:", "source:").Replace(aCell)
	p, err = loadWithCell(t, older)
	require.NoError(t, err)
	require.Equal(t, now.Digest, p.Digest)
}

func TestSourcesOfAnArgumentAreNamedOnce(t *testing.T) {
	t.Parallel()
	a := rules.Argument{ClaimedBy: []string{"x", "y"}, GradedBy: []rules.Grading{{Source: "y", Found: rules.Against}, {Source: "z", Found: rules.FoundWeak}}}
	require.Equal(t, []string{"x", "y", "z"}, a.Sources())
	require.Equal(t, []string{"x", "y"}, a.ClaimedBy)
}

func TestGradeFollowsTheStrength(t *testing.T) {
	t.Parallel()
	for strength, want := range map[float64]rules.Finding{
		1: rules.Supports, 0.8: rules.Supports, 0.7: rules.FoundMixed, 0.5: rules.FoundMixed, 0.4: rules.FoundWeak, 0.2: rules.Against, 0.1: rules.Against,
	} {
		a := rules.Argument{Strength: strength}
		require.Equal(t, want, a.Grade(), strength)
	}
}

// A source may say when it was last held against the work.
func TestTheMonthOfACheckIsAMonth(t *testing.T) {
	t.Parallel()
	for month, ok := range map[string]bool{`"2026-11"`: true, `"2026-13"`: false, `"November"`: false, `"2026-11-02"`: false} {
		files := withoutTranslations(coreFiles(t))
		s := string(files["sources.yaml"].Data)
		require.Contains(t, s, "checked: 2026-11")
		files["sources.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(s, "checked: 2026-11", "checked: "+month, 1))}
		_, err := rules.Load(files)
		if ok {
			require.NoError(t, err)
			continue
		}
		list, isList := diag.From(err)
		require.True(t, isList, "%s: %v", month, err)
		require.Len(t, list, 1)
		require.Equal(t, "AJ113", list[0].Code)
	}
}

// How far the grade of a claim may be off follows from what graded it: much where works
// contradict each other or there are none, little where several agree.
func TestDoubtAboutAGradeFollowsFromItsGradings(t *testing.T) {
	t.Parallel()
	p, own := rules.Core(), 0
	for i := range p.Dimensions {
		for j := range p.Dimensions[i].Arguments {
			a := &p.Dimensions[i].Arguments[j]
			found := map[rules.Finding]int{}
			for _, g := range a.GradedBy {
				found[g.Found]++
			}
			supports, against := found[rules.Supports], found[rules.Against]
			switch {
			case a.When != nil: // no grade of evidence
				require.Nil(t, a.StrengthDoubt, a.ID)
				continue
			case supports > 0 && against > 0, len(a.GradedBy) == 0:
				require.NotNil(t, a.StrengthDoubt, a.ID)
				require.Equal(t, 0.4, a.StrengthDoubt.Value, a.ID)
			case supports > 1 && supports == len(a.GradedBy):
				require.NotNil(t, a.StrengthDoubt, a.ID)
				require.Equal(t, 0.1, a.StrengthDoubt.Value, a.ID)
			default:
				require.Nil(t, a.StrengthDoubt, a.ID)
				continue
			}
			own++
			require.NotEmpty(t, a.StrengthDoubt.Because.Own("zh"), a.ID)
		}
	}
	require.Equal(t, 11, own)
}
