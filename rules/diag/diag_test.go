package diag_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/diag"
)

func TestError(t *testing.T) {
	t.Parallel()
	d := diag.UnknownFact(diag.Pos{File: "a.yaml", Line: 2, Col: 3}, "kinds").OneOf("kinds", []string{"kind", "size"})
	require.Equal(t, `a.yaml:2:3: AJ203 unknown fact "kinds"; did you mean "kind"?; allowed: kind, size`, d.Error())
	require.Equal(t, "未知的事实“kinds”", d.Message("zh"))
	require.Equal(t, "是否想写“kind”？可用的值：kind、size", d.Hint("zh"))
	d = diag.UnknownFact(diag.Pos{}, "x")
	require.Equal(t, `AJ203 unknown fact "x"; list the facts with "ajar explain"`, d.Error(), "the advice stands in for names")
	many := slices.Repeat([]string{"kind"}, 13)
	require.Empty(t, d.OneOf("kinds", many).Allowed, "too many names are noise")
	require.Equal(t, "a", diag.Pos{File: "a"}.String())
	require.Equal(t, "a:1", diag.Pos{File: "a", Line: 1}.String())
}

func TestArgumentsAreNotPatterns(t *testing.T) {
	t.Parallel()
	d := diag.DuplicateKey(diag.Pos{}, "{line}{key}\x1b[2J", "3")
	require.Equal(t, `the key "{line}{key}\x1b[2J" stands twice; first in line 3`, d.Message("en"))
}

func TestCasesAndNamesOfThingsAreInBothLanguages(t *testing.T) {
	t.Parallel()
	d := diag.InvalidPackNoSnakeCase(diag.Pos{}, "choice of licence", "X")
	require.Equal(t, `choice of licence id "X" is not in snake_case`, d.Message("en"))
	require.Equal(t, "许可证选择的标识符“X”不是 snake_case 形式", d.Message("zh"))
	require.Equal(t, "此处应为真假值，实为文字", diag.WrongPackType(diag.Pos{}, "a truth value", "text").Message("zh"))
	require.Equal(t, "未知的出处“fact”", diag.UndefinedPackID(diag.Pos{}, "source", "fact").Message("zh"), "an id stays as it is")
	require.Contains(t, diag.CannotExtendName(diag.Pos{}, "text").Message("zh"), "“text”", "so does what a profile says")
}

func TestListsAreErrors(t *testing.T) {
	t.Parallel()
	var list diag.List
	require.NoError(t, list.Err(), "no mistake, no error")
	at := func(file string, line, col int) diag.Diagnostic {
		return diag.EmptyFile(diag.Pos{File: file, Line: line, Col: col})
	}
	list.Add(at("b", 1, 1), at("a", 2, 1), at("a", 1, 9), at("a", 1, 2))
	err := fmt.Errorf("wrapped: %w", list.Err())
	got, ok := diag.From(err)
	require.True(t, ok)
	require.Equal(t, diag.List{at("a", 1, 2), at("a", 1, 9), at("a", 2, 1), at("b", 1, 1)}, got)
	require.Equal(t, "b", list[0].Pos.File, "the list itself keeps its order")
	require.Len(t, strings.Split(got.Error(), "\n"), 4)
	one, ok := diag.From(fmt.Errorf("x: %w", at("a", 1, 1)))
	require.True(t, ok)
	require.Len(t, one, 1)
	_, ok = diag.From(errors.New("other"))
	require.False(t, ok)
	told, ok := diag.From(fmt.Errorf("x: %w", holder{}))
	require.True(t, ok)
	require.Equal(t, diag.List{at("held", 1, 1)}, told)
}

// holder is an error that says which diagnostic tells it.
type holder struct{}

func (holder) Error() string { return "held" }

func (holder) Diagnostic() diag.Diagnostic {
	return diag.EmptyFile(diag.Pos{File: "held", Line: 1, Col: 1})
}

// Letters that only look right are pointed out, and so is what cannot be seen.
func TestSuggestionsPointOutLookAlikes(t *testing.T) {
	t.Parallel()
	valid := []string{"kind", "hosting_rivals"}
	for got, want := range map[string][2]string{
		"kınd":           {`did you mean "kind" (the "ı" is U+0131, which is no Latin letter)?`, "是否想写“kind”（其中的“ı”是 U+0131，不是拉丁字母）？"},
		"hоsting_rivals": {`did you mean "hosting_rivals" (the "о" is U+043E, which is no Latin letter)?`, "是否想写“hosting_rivals”（其中的“о”是 U+043E，不是拉丁字母）？"},
		"ki\u200bnd":     {`did you mean "kind" (the "\u200b" is U+200B, which is no Latin letter)?`, `是否想写“kind”（其中的“\u200b”是 U+200B，不是拉丁字母）？`},
		"knid":           {`did you mean "kind"?`, "是否想写“kind”？"},
		"完全不同的一些中文名称":    {"", ""},
	} {
		d := diag.UnknownFact(diag.Pos{}, got).OneOf(got, valid)
		d.Allowed = nil
		if want[0] != "" {
			require.Equal(t, want, [2]string{d.Hint("en"), d.Hint("zh")}, got)
		}
		require.Equal(t, want[0] == "", d.Suggest == "", got)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	valid := []string{"hosting_rivals", "kind", "no", "none"}
	for got, want := range map[string]string{
		"hosting_rival": "hosting_rivals", "hostnig_rivals": "hosting_rivals", "knid": "kind",
		"nome": "none", "n": "no", "": "", "xyz": "", "adoption": "", strings.Repeat("k", 81): "", "开放": "",
	} {
		require.Equal(t, want, diag.Nearest(got, valid), got)
	}
	require.Equal(t, "kind", diag.Nearest(" KIND ", valid))
	require.Equal(t, "ab", diag.Nearest("aa", []string{"ab", "ac"}), "the first of equals")
	require.Empty(t, diag.Nearest("x", nil))
}

var han = regexp.MustCompile(`\p{Han}`)

func TestCodesAreCompleteInBothLanguages(t *testing.T) {
	t.Parallel()
	gap := regexp.MustCompile(`\{[a-z]+\}`)
	require.True(t, slices.IsSorted(diag.Codes()))
	for _, id := range diag.Codes() {
		d := diag.Diagnostic{Code: id}
		en, ok := diag.About(id, "en")
		require.True(t, ok)
		zh, _ := diag.About(id, "zh")
		for _, pair := range [][2]string{{d.Message("en"), d.Message("zh")}, {d.Hint("en"), d.Hint("zh")}, {en, zh}} {
			require.NotEmpty(t, pair[0], id)
			require.False(t, han.MatchString(pair[0]), "%s: %s", id, pair[0])
			require.True(t, han.MatchString(pair[1]) || gap.ReplaceAllString(pair[1], "") == "", "%s: %s", id, pair[1])
		}
		require.False(t, strings.HasSuffix(d.Message("en"), "."), id)
	}
	_, ok := diag.About("AJ999", "en")
	require.False(t, ok)
}
