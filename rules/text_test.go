package rules_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/github/go-spdx/v2/spdxexp/spdxlicenses"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// eachText calls f for every text that the value holds, with the way to it.
func eachText(v reflect.Value, way string, f func(way string, t rules.Text)) {
	if text, ok := v.Interface().(rules.Text); ok {
		f(way, text)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachText(v.Elem(), way, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), way, f)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			eachText(v.MapIndex(k), way+"."+k.String(), f)
		}
	case reflect.Struct:
		for _, name := range []string{"ID", "Key"} {
			if id := v.FieldByName(name); id.IsValid() && id.Kind() == reflect.String {
				way += "." + id.String()
			}
		}
		for i := range v.NumField() {
			eachText(v.Field(i), way+"."+v.Type().Field(i).Name, f)
		}
	}
}

var (
	ownTitle    = regexp.MustCompile(`^\.Sources\.\w+\.(Title|Authors)$`)
	placeholder = regexp.MustCompile(`\{[a-z_]+\}`) // filled in later
	latinWord   = regexp.MustCompile(`[A-Za-z][A-Za-z0-9]*`)
	halfWidth   = regexp.MustCompile(`\p{Han}[,;:!?()]|[,;:!?()]\p{Han}`)
	// Spelling of the other side of the ocean, in words that the pack may need.
	american = regexp.MustCompile(`(?i)\b(behavior|color|favor|center|licenses\b|organiz|analyz|recogniz|standardiz|optimiz|homogeniz)`)
)

// lowerLatin are words in small letters that Chinese texts do use.
var lowerLatin = map[string]bool{"copyleft": true}

func TestTextsAreWholeInBothLanguages(t *testing.T) {
	t.Parallel()
	texts := 0
	eachText(reflect.ValueOf(*rules.Core()), "", func(way string, x rules.Text) {
		texts++
		if x == nil {
			return // an optional text; the loader knows which are owed
		}
		if ownTitle.MatchString(way) && x.Own("zh") == "" {
			return // a work keeps the title that it has
		}
		require.NotEmpty(t, strings.TrimSpace(x.In("en")), way)
		require.NotEmpty(t, strings.TrimSpace(x.Own("zh")), way)
		require.NotRegexp(t, american, x.In("en"), way)
		require.NotRegexp(t, `\p{Han}`, x.In("en"), way)
		require.NotRegexp(t, halfWidth, x.Own("zh"), "%s: punctuation of full width", way)
		if !ownTitle.MatchString(way) { // names that are quoted
			requireChinese(t, way, x.Own("zh"))
		}
	})
	require.Greater(t, texts, 600)
}

// requireChinese finds untranslated English: words in small letters. Names and
// ids of licences have capitals.
func requireChinese(t *testing.T, way, zh string) {
	for _, w := range latinWord.FindAllString(placeholder.ReplaceAllString(zh, ""), -1) {
		name := strings.ContainsFunc(w, unicode.IsUpper)
		require.True(t, name || lowerLatin[w], "%s: %q in %q", way, w, zh)
	}
}

// avoided words would be a second name for one thing.
func TestTextsKeepToTheGlossary(t *testing.T) {
	t.Parallel()
	avoid := map[string]string{}
	en := map[string]bool{}
	for _, term := range rules.Core().Terms {
		require.False(t, en[term.Term.In("en")], "%q stands twice in the glossary", term.Term)
		en[term.Term.In("en")] = true
		for _, w := range term.Avoid {
			avoid[w] = term.Term.Own("zh")
		}
	}
	require.NotEmpty(t, avoid)
	eachText(reflect.ValueOf(*rules.Core()), "", func(way string, x rules.Text) {
		for w, instead := range avoid {
			require.NotContains(t, x.Own("zh"), w, "%s: say %s", way, instead)
			require.NotContains(t, strings.ToLower(x.In("en")), w, "%s: say %s", way, instead)
		}
	})
}

// nameInBrief begins a brief that may begin with a capital: a name has another
// capital, or is one of these.
var nameInBrief = regexp.MustCompile(`^(?:[A-Z][^ ]*[A-Z0-9]|Europe|China|Chinese)`)

// columns counts as a terminal does: Han and punctuation of full width take two.
func columns(s string) (n int) {
	for _, r := range s {
		n++
		if unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60 {
			n++
		}
	}
	return n
}

// A brief stands within a line of a list, after "because" or alone.
func TestBriefsFitIntoALine(t *testing.T) {
	t.Parallel()
	ids := regexp.MustCompile(`\.[a-z0-9][a-z0-9_]*`)
	seen := map[string]string{}
	eachText(reflect.ValueOf(*rules.Core()), "", func(way string, x rules.Text) {
		if x == nil || !strings.HasSuffix(way, ".Brief") && !strings.HasSuffix(way, ".BriefLift") {
			return
		}
		en, zh := x.In("en"), x.Own("zh")
		require.NotEmpty(t, zh, way)
		require.LessOrEqual(t, columns(en), 60, "%s: %s", way, en)
		require.LessOrEqual(t, columns(zh), 60, "%s: %s", way, zh)
		require.NotRegexp(t, `[.。；;]$`, en, way)
		require.NotRegexp(t, `[.。；;]$`, zh, way)
		require.True(t, nameInBrief.MatchString(en) || !unicode.IsUpper(rune(en[0])), "%s: %q begins with a capital", way, en)
		if strings.HasSuffix(way, ".BriefLift") {
			return // the same step may lift two bars
		}
		for _, text := range []string{en, zh} {
			key := ids.ReplaceAllString(way, "") + ": " + text
			require.Empty(t, seen[key], "%s has the same brief: %s", way, text)
			seen[key] = way
		}
	})
}

// The answer on one screen makes its reasons of these.
func TestFactsAndPrioritiesHaveABrief(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	for i := range p.Facts {
		require.NotEmpty(t, p.Facts[i].Brief.In("en"), p.Facts[i].ID)
		for _, v := range p.Facts[i].Values {
			require.NotEmpty(t, v.Brief.In("en"), "%s %s", p.Facts[i].ID, v.ID)
		}
	}
	for _, x := range p.Priorities {
		require.NotEmpty(t, x.Brief.In("en"), x.ID)
	}
}

func TestLicencesAreOnTheSPDXList(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	for _, l := range p.Licences {
		known, exact := spdxlicenses.IsActiveLicense(l.ID)
		if strings.HasPrefix(l.ID, "LicenseRef-") {
			require.False(t, known, l.ID)
			continue
		}
		require.True(t, known, "%s is not on the SPDX list or is out of date", l.ID)
		require.Equal(t, exact, l.ID)
	}
}

// Every licence, part and piece of advice can be met: what nothing leads to is
// a slip.
func TestAdviceIsConnected(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	named := map[string]bool{}
	for _, c := range p.Choices {
		for _, id := range append(c.Licences, c.Parts...) {
			named[id] = true
		}
	}
	for _, l := range p.Licences {
		require.True(t, named[l.ID], "no choice names %s", l.ID)
	}
	for i := range p.Options {
		for _, s := range p.Options[i].Forms {
			for _, id := range append(s.Gives, s.Keeps...) {
				named[id] = true
			}
		}
	}
	for _, c := range p.Components {
		require.True(t, named[c.ID] || len(c.Advice) > 0, "nothing is said about %s", c.ID)
		for _, a := range c.Advice[:max(0, len(c.Advice)-1)] {
			require.True(t, a.When != nil || len(a.For) > 0, "%s hides all advice after it", a.ID)
		}
	}
	used := map[string]bool{}
	for _, id := range cited(t) {
		used[id] = true
	}
	for _, s := range p.Sources {
		require.True(t, used[s.ID], "nothing rests on the source %s", s.ID)
	}
}

// Works are named for readers of either language: nothing Chinese for those of
// English, and nothing that is only our own description in English for those of
// Chinese.
func TestWorksAreNamedInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, s := range rules.Core().Sources {
		require.NotRegexp(t, `\p{Han}`, s.Title.In("en")+s.Authors.In("en"), s.ID)
		require.NotEmpty(t, s.Authors.In("zh"))
		require.NotRegexp(t, `(?i)\b(practice|study|work on|survey|paper|various|method|developers|recorded|texts?)\b`, s.Title.In("zh")+" "+s.Authors.In("zh"), s.ID)
	}
}

var sourceList = regexp.MustCompile(`(?:source|claimed_by): \[([^\]]*)\]|\{source: (\w+)`)

// cited lists every source that some rule names.
func cited(t *testing.T) (ids []string) {
	for name, f := range coreFiles(t) {
		if strings.HasSuffix(name, ".yaml") {
			for _, m := range sourceList.FindAllStringSubmatch(string(f.Data), -1) {
				ids = append(ids, regexp.MustCompile(`[a-z0-9_]+`).FindAllString(m[1]+" "+m[2], -1)...)
			}
		}
	}
	return ids
}

// spaceBesideLatin finds Chinese beside a Latin letter or a digit without a space, and a
// space beside punctuation that has its own room.
var (
	noSpaceBesideLatin = regexp.MustCompile(`\p{Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Han}`)
	spaceBesideMark    = regexp.MustCompile(`[，。；：、（）“”《》] | [，。；：、（）“”《》]|  `)
)

func TestChineseIsSpacedOneWay(t *testing.T) {
	t.Parallel()
	eachText(reflect.ValueOf(*rules.Core()), "", func(way string, x rules.Text) {
		if ownTitle.MatchString(way) {
			return // a work is called what it is called
		}
		require.NotRegexp(t, noSpaceBesideLatin, x.Own("zh"), way)
		require.NotRegexp(t, spaceBesideMark, x.Own("zh"), way)
	})
}

// Sayings of the first version that nobody outside understood, with what to say instead.
var insteadOf = map[string]string{
	"called back": "taken back", "call back": "take back", "given away": "released, disclosed or granted for free", "give away": "release, disclose or grant for free",
	"gives away": "releases, discloses or grants for free", "glut": "oversupply", "lets them sleep": "express patent grant", "stands up": "confidence", "has no say": "does not apply",
	"牵引": "支持、倾向", "竞争对手": "竞争者", "对手": "竞争者、攻击者", "顾客": "客户",
}

func TestTextsSpeakPlainly(t *testing.T) {
	t.Parallel()
	eachText(reflect.ValueOf(*rules.Core()), "", func(way string, x rules.Text) {
		for word, instead := range insteadOf {
			require.NotContains(t, strings.ToLower(x.In("en")), word, "%s: say %s", way, instead)
			require.NotContains(t, x.Own("zh"), word, "%s: say %s", way, instead)
		}
	})
}

// What stands on a card has words for it.
func TestRulesOnCardsHaveABrief(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	have := func(brief rules.Text, id string) { require.NotEmpty(t, brief.In("en"), id) }
	for i := range p.Dimensions {
		for _, a := range p.Dimensions[i].Arguments {
			have(a.Brief, a.ID)
		}
		for _, m := range p.Dimensions[i].Moderators {
			have(m.Brief, m.ID)
		}
	}
	for _, c := range p.Components {
		have(c.Brief, c.ID)
	}
	for _, b := range p.Bars {
		have(b.Brief, b.ID)
		have(b.BriefLift, b.ID)
	}
	for _, d := range p.Duties {
		have(d.Brief, d.ID)
	}
	for _, s := range p.Steps {
		have(s.Brief, s.ID)
	}
}
