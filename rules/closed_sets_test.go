package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// A misspelt mark once made a source from memory look as if it was looked up.
func TestAMisspeltWordIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, old, with, suggestion string }{
		{"sources.yaml", "mark: memory", "mark: memroy", "memory"},
		{"dimensions/revenue_model.yaml", "  verdict: mixed", "  verdict: mixd", "mixed"},
		{"facts.yaml", "    changes: by_owner\n    source: [opensource_guide_legal, foster_2024", "    changes: by_ownr\n    source: [opensource_guide_legal, foster_2024", "by_owner"},
	} {
		files := withoutTranslations(coreFiles(t))
		s := string(files[c.file].Data)
		require.Contains(t, s, c.old)
		files[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(s, c.old, c.with, 1))}
		_, err := rules.Load(files)
		list, ok := diag.From(err)
		require.True(t, ok, "%v", err)
		require.Len(t, list, 1)
		require.Equal(t, "AJ113", list[0].Code)
		require.Equal(t, c.file, list[0].Pos.File)
		require.NotZero(t, list[0].Pos.Line)
		require.Contains(t, list[0].Error(), `did you mean "`+c.suggestion+`"?`)
		require.Regexp(t, `\p{Han}`, list[0].Message("zh"))
	}
}
