package rules_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestSheetMayBeMissing(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	for _, name := range []string{"sheet.yaml", "zh/sheet.yaml"} {
		require.Contains(t, files, name)
		delete(files, name)
	}
	p, err := rules.Load(files)
	require.NoError(t, err)
	require.Empty(t, p.Sheet)
	require.NotEqual(t, rules.Core().Digest, p.Digest, "what is asked is part of what a pack says")
}

func TestSheetMistakes(t *testing.T) {
	t.Parallel()
	const ok = "id: first, by: legal, title: A, question: B, source: [todo_start_guide], "
	for entries, want := range map[string]string{
		ok + `facts: [{id: rights_cleard}]`:                                                    `AJ105 rights_cleared`,
		ok + `facts: [{id: rights_cleared, good: [ful]}]`:                                      `AJ104 full`,
		ok + `facts: [{id: rights_cleared, blocks: [nein]}]`:                                   `AJ104 `,
		ok + `facts: [{id: rights_cleared, good: [full], blocks: [full]}]`:                     `AJ113 `,
		ok + `facts: [{id: rights_cleared}], context: [rights_cleared]`:                        `AJ113 `,
		ok + `facts: [{id: rights_cleared}, {id: rights_cleared}]`:                             `AJ113 `,
		ok + `facts: [{id: priorities, good: [full]}]`:                                         `AJ104 `,
		ok + `by_hand: A, context: [knd]`:                                                      `AJ105 kind`,
		ok + `by_hand: A, about: [clear_right]`:                                                `AJ105 clear_rights`,
		ok + `about: [clear_rights]`:                                                           `AJ102 `,
		ok + "by_hand: A}\n  - {" + ok + "by_hand: A":                                          `AJ106 `,
		`id: first, by: lawyers, title: A, question: B, by_hand: C, source: [ajar_method]`:     `AJ113 `,
		`id: first, by: legal, title: A, question: B, by_hand: C, source: [todo_start_gide]`:   `AJ105 todo_start_guide`,
		`id: first, by: legal, title: A, question: B, by_hand: C, source: []`:                  `AJ113 `,
		`id: first, by: legal, title: A, question: B, by_hand: C, source: [ajar_method], x: 1`: `AJ101 `,
	} {
		files := coreFiles(t)
		files["sheet.yaml"] = &fstest.MapFile{Data: []byte("sheet:\n  - {" + entries + "}\n")}
		delete(files, "zh/sheet.yaml")
		_, err := rules.Load(files)
		list, isList := diag.From(err)
		require.True(t, isList, "%s: %v", entries, err)
		var got []string
		for _, d := range list {
			require.Equal(t, "sheet.yaml", d.Pos.File, entries)
			require.Positive(t, d.Pos.Col, entries)
			got = append(got, d.Code+" "+d.Suggest)
		}
		require.Equal(t, want, strings.Join(got, "|"), entries)
	}
}

// Each value of a fact has one grade, and what nobody calls good has to be cleared.
func TestSheetGrades(t *testing.T) {
	t.Parallel()
	f := rules.SheetFact{ID: "x", Good: []string{"a"}, Blocks: []string{"c"}}
	require.Equal(t, rules.GoodAnswer, f.Grade("a"))
	require.Equal(t, rules.ToClearAnswer, f.Grade("b"))
	require.Equal(t, rules.BlockingAnswer, f.Grade("c"))
	f.Good = nil
	require.Equal(t, rules.GoodAnswer, f.Grade("b"))
	require.Equal(t, rules.BlockingAnswer, f.Grade("c"))
}

// A question names facts that have a bearing on it: whatever blocks publication by the
// sheet is also forbidden or held back by a bar of the pack that reads the fact.
func TestWhatTheSheetBlocksABarForbids(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	for _, q := range p.Sheet {
		for _, f := range q.Facts {
			if len(f.Blocks) == 0 {
				continue
			}
			require.True(t, slices.ContainsFunc(p.Bars, func(b rules.Bar) bool {
				read := b.When.Facts(nil)
				for i := range b.Escapes {
					read = append(b.Escapes[i].FindOut.Facts(read), b.Escapes[i].Do.Facts(nil)...)
				}
				return slices.Contains(read, f.ID)
			}), "no bar reads %s", f.ID)
		}
	}
}
