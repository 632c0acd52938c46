package profiles_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// fill repeats a text up to nearly the greatest size of a file.
func fill(s string) string { return strings.Repeat(s, (tree.MaxSize-100)/len(s)) }

// count writes numbered keys up to nearly the greatest size.
func count(format string) string {
	var b strings.Builder
	for i := 0; b.Len() < tree.MaxSize-100; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// Each of these once took a parser of its format seconds, or its stack. The
// test has no clock: what is not linear here does not end in time.
func TestHostileFilesAreRefusedFast(t *testing.T) {
	t.Parallel()
	nested := strings.Repeat("[", 9999) + strings.Repeat("]", 9999)
	for name, tc := range map[string]struct {
		format profiles.Format
		text   string
		code   string
	}{
		"yaml lists":         {profiles.YAML, fill("["), "AJ014"},
		"yaml maps":          {profiles.YAML, fill("{a: "), "AJ014"},
		"yaml dashes":        {profiles.YAML, fill("- "), "AJ014"},
		"yaml nested enough": {profiles.YAML, nested, "AJ019"},
		"yaml keys":          {profiles.YAML, count("k%d: 1\n"), "AJ018"},
		"yaml facts":         {profiles.YAML, "facts:\n" + count("  k%d: 1\n"), "AJ018"},
		"yaml duplicates":    {profiles.YAML, fill("a: 1\n"), "AJ018"},
		"yaml one line":      {profiles.YAML, "{" + count("k%d: 1, ") + "}", "AJ018"},
		"yaml anchors":       {profiles.YAML, count("k%[1]d: &a%[1]d 1\n"), "AJ018"},
		"json lists":         {profiles.JSON, fill("["), "AJ019"},
		"json 100,000 lists": {profiles.JSON, strings.Repeat("[", 100_000), "AJ019"},
		"json closed lists":  {profiles.JSON, strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), "AJ019"},
		"json maps":          {profiles.JSON, fill(`{"a":`), "AJ019"},
		"json nested enough": {profiles.JSON, nested, "AJ019"},
		"json items":         {profiles.JSON, "[" + fill("1,") + "1]", "AJ018"},
		"json keys":          {profiles.JSON, "{" + count(`"k%d":1,`) + `"k":1}`, "AJ018"},
		"json duplicates":    {profiles.JSON, "{" + fill(`"a":1,`) + `"a":1}`, "AJ018"},
		"toml lists":         {profiles.TOML, "a=" + fill("["), "AJ019"},
		"toml 100,000 lists": {profiles.TOML, "a=" + strings.Repeat("[", 100_000), "AJ019"},
		"toml tables in one": {profiles.TOML, "a=" + fill("{a="), "AJ019"},
		"toml nested enough": {profiles.TOML, "a=" + nested, "AJ019"},
		"toml dots enough":   {profiles.TOML, strings.Repeat("a.", 200) + "a=1", "AJ019"},
		"toml header enough": {profiles.TOML, "[" + strings.Repeat("a.", 200) + "a]", "AJ019"},
		"toml dotted key":    {profiles.TOML, fill("a.") + "a=1", "AJ018"},
		"toml header":        {profiles.TOML, "[" + fill("a.") + "a]", "AJ018"},
		"toml keys":          {profiles.TOML, count("k%d=1\n"), "AJ018"},
		"toml inline":        {profiles.TOML, "a={" + count("k%d=1,") + "k=1}", "AJ018"},
		"toml tables":        {profiles.TOML, count("[k%d]\n"), "AJ018"},
		"toml list of them":  {profiles.TOML, fill("[[a]]\n"), "AJ018"},
		"toml duplicates":    {profiles.TOML, fill("a=1\n"), "AJ018"},
		"toml list":          {profiles.TOML, "a=[" + fill("1,") + "1]", "AJ018"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := profiles.Read(strings.NewReader(tc.text), "x", tc.format)
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			require.Len(t, list, 1)
			require.Equal(t, tc.code, list[0].Code)
			requireInside(t, tc.text, list)
			requireReadable(t, list)
		})
	}
}

// What nests as deep as it may is read in each format, and one level more in none.
// Brackets in texts and comments open nothing.
func TestAFileHasAGreatestDepth(t *testing.T) {
	t.Parallel()
	lists := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	many := strings.Repeat("[{", 200)
	for name, tc := range map[string]struct {
		format profiles.Format
		text   string
		code   string
	}{
		"yaml as deep as may be": {profiles.YAML, "a: " + lists(tree.MaxDepth-1), "AJ201"},
		"yaml too deep":          {profiles.YAML, "a: " + lists(tree.MaxDepth), "AJ019"},
		"json as deep as may be": {profiles.JSON, `{"a": ` + lists(tree.MaxDepth-1) + "}", "AJ201"},
		"json too deep":          {profiles.JSON, `{"a": ` + lists(tree.MaxDepth) + "}", "AJ019"},
		"json too deep by one":   {profiles.JSON, `{"a": ` + strings.Repeat("[", tree.MaxDepth-1) + "1" + strings.Repeat("]", tree.MaxDepth-1) + "}", "AJ019"},
		"json in texts":          {profiles.JSON, `{"name": "\"` + many + `", "note": "\\"}`, "AJ201"},
		"toml as deep as may be": {profiles.TOML, "a = " + lists(tree.MaxDepth-1), "AJ201"},
		"toml too deep":          {profiles.TOML, "a = " + lists(tree.MaxDepth), "AJ019"},
		"toml in texts":          {profiles.TOML, "name = \"" + many + "\" # " + many + "\nnote = '" + many + "'\nx = \"\"\"\n\"" + many + "\\\"\"\"\"\"\ny = '''\n'" + many + "'''", "AJ201"},
	} {
		_, err := profiles.Read(strings.NewReader(tc.text), "x", tc.format)
		list, _ := diag.From(err)
		require.NotEmpty(t, list, name)
		for _, d := range list {
			require.Equal(t, tc.code, d.Code, name)
		}
		requireInside(t, tc.text, list)
	}
}

func TestAFileHasAGreatestSize(t *testing.T) {
	t.Parallel()
	comment := func(n int) string { return "ajar: 1\n#" + strings.Repeat("x", n-9) }
	_, err := profiles.Read(strings.NewReader(comment(tree.MaxSize)), "x", profiles.YAML)
	require.NoError(t, err, "1 MiB is allowed")
	for _, f := range formats {
		for _, size := range []int{tree.MaxSize + 1, 10 << 20} {
			_, err = profiles.Read(strings.NewReader(comment(size)), "x", f)
			require.ErrorContains(t, err, "AJ011 the file is larger than 1 MiB")
		}
	}
}

func TestAliasesDoNotGrow(t *testing.T) {
	t.Parallel()
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'z'; c++ {
		ref := "*" + string(c-1)
		bomb += fmt.Sprintf("%c: &%[1]c [%s]\n", c, strings.Repeat(ref+", ", 8)+ref)
	}
	_, err := profiles.Read(strings.NewReader(bomb), "x", profiles.YAML)
	list, _ := diag.From(err)
	require.Len(t, list, 25, "one for each line")
	for _, d := range list {
		require.Equal(t, "AJ016", d.Code)
	}
}

// What a stranger's file says reaches the terminal only through messages.
func TestMessagesHoldNoControlCharacters(t *testing.T) {
	t.Parallel()
	const evil = `\u001b]0;pwned\u0007\u001b[2J\r\n\u202e`
	for _, text := range []string{
		`{"` + evil + `": 1}`, `{"facts": {"` + evil + `": 1}}`, `{"facts": {"kind": "` + evil + `"}}`,
		`{"priorities": {"` + evil + `": 1}}`, `{"priorities": {"data_privacy": "` + evil + `"}}`,
		`{"rules": "` + evil + `"}`, `{"review_by": "` + evil + `"}`, `{"extends": ["preset:` + evil + `", "` + evil + `"]}`,
		`{"ajar": "` + evil + `"}`, `{"limits": [{"exclude": ["` + evil + `"], "because": "x"}]}`,
		`{"facts": {"must_recoup": "` + evil + `"}}`, `{"` + evil + `": 1, "` + evil + `": 2}`, `{"weights_sure": "` + evil + `"}`,
	} {
		_, err := profiles.Read(strings.NewReader(text), "evil\x1b[31m.json", profiles.JSON)
		list, ok := diag.From(err)
		require.True(t, ok, text)
		for _, d := range list {
			for _, s := range []string{d.Error(), d.Message("zh"), d.Hint("zh"), d.Pos.String()} {
				require.NotRegexp(t, `[\x00-\x1f\x7f\x{202e}]`, s)
			}
		}
	}
	_, err := profiles.Read(strings.NewReader("ajar: 1"), "x", profiles.YAML, profiles.WithAssignments("\x1b[2J=1", "\x1b"), profiles.WithEnv("AJAR_SET_\x1b=1"))
	require.NotRegexp(t, `[\x00-\x09\x0b-\x1f]`, err.Error())
}

var yamlBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// requireInside asks that each place is one of the text. YAML has more line
// breaks than other people, so its own count is allowed too.
func requireInside(t *testing.T, text string, list diag.List) {
	t.Helper()
	text = strings.TrimPrefix(text, "\ufeff")
	for _, d := range list {
		require.True(t, inside(text, d.Pos) || inside(yamlBreaks.Replace(text), d.Pos), "%s", d)
	}
}

// inside reports whether the line exists and the column is not past the
// character after its end.
func inside(text string, at diag.Pos) bool {
	lines := strings.Split(text, "\n")
	switch {
	case at.Line == 0 || at.Line == len(lines)+1:
		return at.Col <= 1
	case at.Line > len(lines):
		return false
	}
	return at.Col <= utf8.RuneCountInString(lines[at.Line-1])+1
}

// A file that was cut off says so, or is a shorter profile; nothing in between.
func TestAFileCutAtEveryByte(t *testing.T) {
	t.Parallel()
	for _, f := range formats {
		text := write(t, written, f)
		for n := range len(strings.TrimSpace(text)) {
			p, err := profiles.Read(strings.NewReader(text[:n]), "x", f)
			if err != nil {
				list, ok := diag.From(err)
				require.True(t, ok, "%v", err)
				requireInside(t, text[:n], list)
				continue
			}
			require.NotEqual(t, profiles.JSON, f, "JSON is whole or wrong: %s", text[:n])
			require.LessOrEqual(t, len(p.Facts), len(written.Facts))
		}
	}
}
