package report_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/engine/report"
)

// messages reads a message file: the text of each id, plural forms joined.
func messages(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := os.ReadFile("texts/" + lang + ".yaml")
	require.NoError(t, err)
	var raw map[string]any
	require.NoError(t, yaml.Unmarshal(data, &raw))
	out := map[string]string{}
	for id, v := range raw {
		switch v := v.(type) {
		case string:
			out[id] = v
		case map[string]any:
			for _, form := range v {
				out[id] += form.(string)
			}
		}
	}
	return out
}

func TestMessagesMatchInBothLanguages(t *testing.T) {
	t.Parallel()
	en, zh := messages(t, "en"), messages(t, "zh")
	hole := regexp.MustCompile(`\{\{\.(\w+)\}\}`)
	han, latin := regexp.MustCompile(`\p{Han}`), regexp.MustCompile(`[A-Za-z]{2,}`)
	for id, text := range en {
		require.Contains(t, zh, id)
		holes := func(s string) []string {
			found := hole.FindAllString(s, -1)
			slices.Sort(found)
			return slices.DeleteFunc(slices.Compact(found), func(h string) bool { return h == "{{.N}}" })
		}
		require.Equal(t, holes(text), holes(zh[id]), id)
		require.False(t, han.MatchString(text), "%s: Chinese in English", id)
		require.Empty(t, strings.TrimSpace(strings.Join(latin.FindAllString(strings.ReplaceAll(hole.ReplaceAllString(zh[id], ""), "ajar", ""), -1), "")), "%s: English in Chinese", id)
	}
	require.Len(t, zh, len(en))
}

// Every message is said somewhere, and every id that code says is a message or
// the beginning of some.
func TestMessagesAreAllUsed(t *testing.T) {
	t.Parallel()
	en := messages(t, "en")
	var code strings.Builder
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") || f == "condition.go" { // conditions have messages of their own
			continue
		}
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		code.Write(data)
	}
	said := regexp.MustCompile(`"([a-z0-9_]+)"`).FindAllStringSubmatch(code.String(), -1)
	for id := range en {
		require.True(t, slices.ContainsFunc(said, func(m []string) bool {
			return m[1] == id || strings.HasPrefix(id, m[1]) && strings.HasSuffix(m[1], "_") || strings.HasPrefix(id, "summary") || strings.HasPrefix(id, "holds")
		}), "%s is never said", id)
	}
	for _, m := range regexp.MustCompile(`(?:Say|Count)\("([a-z0-9_]+)"`).FindAllStringSubmatch(code.String(), -1) {
		ok := en[m[1]] != ""
		for id := range en {
			ok = ok || strings.HasSuffix(m[1], "_") && strings.HasPrefix(id, m[1])
		}
		require.True(t, ok, "%s is no message", m[1])
	}
}

// What may stand in Latin letters in a Chinese report: ids and digests, names
// from the profile, works, and names of licences, products and units.
var latinInChinese = regexp.MustCompile(`sha256:[0-9a-f]+|[a-z][a-z0-9.]*(_[a-z0-9.]+)+|[A-Za-z0-9]+(-[A-Z0-9][A-Za-z0-9.]*)+|ajar|copyleft|β`)

func TestNoOtherLanguageIsLeft(t *testing.T) {
	t.Parallel()
	for name := range situations {
		r := decided(t, name)
		r.Profile.Name, r.Profile.Notes = "", nil
		en := written(t, r, report.Text)
		require.NotRegexp(t, `\p{Han}|[，。；：（）“”]`, en, name)
		zh, _, _ := strings.Cut(written(t, r, report.Text, report.Lang("zh")), "\n出处\n")
		zh = latinInChinese.ReplaceAllString(zh, "")
		for _, p := range r.Pack.Facts {
			zh = strings.ReplaceAll(zh, p.ID, "")
		}
		for _, p := range r.Pack.Priorities {
			zh = strings.ReplaceAll(zh, p.ID, "")
		}
		for _, s := range r.Pack.Sources {
			zh = strings.ReplaceAll(zh, s.ID, "")
		}
		for _, d := range r.Pack.Dimensions {
			for _, a := range d.Arguments {
				zh = strings.ReplaceAll(zh, a.ID, "")
			}
		}
		for _, s := range r.Pack.Steps {
			zh = strings.ReplaceAll(zh, s.ID, "")
		}
		for _, l := range r.Pack.Licences {
			zh = strings.ReplaceAll(zh, l.ID, "")
		}
		for _, l := range r.Profile.Limits {
			zh = strings.ReplaceAll(strings.Join(strings.Fields(zh), " "), l.Because, "")
			zh = strings.ReplaceAll(zh, strings.TrimSuffix(l.Because, "."), "")
		}
		for _, left := range regexp.MustCompile(`[A-Za-z]{3,}`).FindAllString(zh, -1) {
			require.Contains(t, []string{"toy"}, left, "%s: English in Chinese", name)
		}
		require.NotRegexp(t, `\p{Han} ?[,;!]|\p{Han}\. `, zh, "%s: half-width punctuation", name)
	}
}
