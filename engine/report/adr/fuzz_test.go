package adr_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/adr"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// FuzzRecord takes any text for a record that is there. Either what is wrong with it is
// told, or new parts go into it, once and for all; and what people decided in it says the
// same when it is written and read again.
func FuzzRecord(f *testing.F) {
	proposed, decided := write(f, report.Resolution{}, "en"), write(f, accepted, "zh")
	for _, text := range []string{
		proposed, decided, "\ufeff" + strings.ReplaceAll(decided, "\n", "\r\n"), strings.Replace(decided, "# ajar:end front\n", "# ajar:end front\ndate: 2026-11-28\n", 1),
		"", "# Our record\n", "---\n---\n", "---\n# ajar:begin front\nstatus: accepted\n# ajar:end front\n---\n<!-- ajar:begin outcome -->\n<!-- ajar:end outcome -->",
		"---\n# ajar:begin front\nstatus: \"superseded by 7\"\ndecision-makers: Mei，Ada\ndecided: hosted_api\nbecause: \"::error::a\\u202e\"\n# ajar:end front\n---\n<!-- ajar:begin outcome -->\n<!-- ajar:end outcome -->\n",
	} {
		f.Add([]byte(text))
	}
	e, err := engine.New(rules.Core())
	require.NoError(f, err)
	r, err := e.Recommend(context.Background(), engine.Profile{Name: "quay"})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := adr.Merge("a.md", data, []byte(decided))
		res, unclear := adr.ReadResolution("a.md", data, rules.Core())
		for _, err := range []error{err, unclear} {
			if err != nil {
				list, ok := diag.From(err)
				require.True(t, ok, "%v", err)
				require.NotEmpty(t, list)
			}
		}
		if err != nil {
			require.Error(t, unclear, "what no part goes into says nothing")
			return
		}
		again, err := adr.Merge("a.md", got, []byte(decided))
		require.NoError(t, err)
		require.Equal(t, string(got), string(again))
		if unclear != nil {
			return
		}
		var b bytes.Buffer
		require.NoError(t, adr.Write(&b, rules.Core(), r, res, "p.yaml"))
		back, err := adr.ReadResolution("a.md", b.Bytes(), rules.Core())
		require.NoError(t, err)
		require.Equal(t, res, back)
	})
}
