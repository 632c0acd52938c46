package report_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

const (
	setFact = `
  - id: data
    type: set
    title: {en: Data, zh: 数据}
    question: {en: "Which data went into it?", zh: "其中有哪些数据？"}
    why: {en: Some data must not go out., zh: 有些数据不得外传。}
    values:
      - {id: public, alone: true, label: {en: Public data, zh: 公开数据}}
      - {id: personal, en: Personal data, zh: 个人数据}
      - {id: health, en: Health data, zh: 健康数据}
      - {id: scraped, en: Copyrighted material, zh: 受版权保护的材料}
    source: [study]
`
	setRule = `  - id: data_leak
    pull: closed
    when: {data: personal}
    text: {en: "Data leak out.", zh: "数据会泄露。"}
    strength: 1
    strength_because: {en: "Strong.", zh: "有力。"}
    source: [study]
`
)

// withSet is the toy pack with a set among its facts and a rule that reads it.
var withSet = sync.OnceValues(func() (*engine.Engine, error) {
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/pack"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/pack/" + path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		return nil, err
	}
	for path, more := range map[string]string{"facts.yaml": setFact, "dimensions/income.yaml": setRule} {
		files[path].Data = append(files[path].Data, more...)
	}
	p, err := rules.Load(files)
	if err != nil {
		return nil, err
	}
	return engine.New(p)
})

func decidedWithData(t *testing.T, a engine.Answer) decision {
	t.Helper()
	e, err := withSet()
	require.NoError(t, err)
	p := situations["open"]
	p.Facts = facts{"data": a, "sold": engine.No, "rights": engine.Value("full"), "separable": engine.No, "harm": engine.Value("small")}
	return recommend(t, e, p)
}

type statedAnswer struct {
	ID    string          `json:"id"`
	Value json.RawMessage `json:"value"`
	State string          `json:"state"`
}

// Several values are listed; a map says what is known, and that the rest is not.
func TestReportsNameSeveralValues(t *testing.T) {
	t.Parallel()
	part := engine.PartOfSet(map[string]rules.Truth{"personal": rules.True, "health": rules.False})
	open := engine.PartOfSet(map[string]rules.Truth{"scraped": rules.False})
	for _, tc := range []struct {
		answer       engine.Answer
		en, zh, json string
	}{
		{engine.Set("scraped", "personal"), `Data (data): "Personal data" and "Copyrighted material"`, "数据（data）：“个人数据”和“受版权保护的材料”", `["personal","scraped"]`},
		{engine.Set("personal"), "Data (data): Personal data", "数据（data）：个人数据", `["personal"]`},
		{engine.Set("public"), "Data (data): Public data", "数据（data）：公开数据", `["public"]`},
		{part, `Data (data): "Personal data"; without "Health data"; the rest is not known`, "数据（data）：“个人数据”；不包括“健康数据”；其余尚不清楚", `{"personal":"yes","health":"no"}`},
		{engine.PartOfSet(map[string]rules.Truth{"personal": rules.True, "health": rules.True, "scraped": rules.False}), `Data (data): "Personal data" and "Health data"`, "数据（data）：“个人数据”和“健康数据”", `{"personal":"yes","health":"yes","scraped":"no"}`},
		{open, `Data (data): without "Copyrighted material"; the rest is not known`, "数据（data）：不包括“受版权保护的材料”；其余尚不清楚", `{"scraped":"no"}`},
	} {
		for lang, want := range map[string]string{"en": tc.en, "zh": tc.zh} {
			text := written(t, decidedWithData(t, tc.answer), report.Text, report.Lang(lang), report.Width(1000))
			require.Contains(t, text, want+"\n", tc.answer)
		}
		var doc struct {
			Answers []statedAnswer `json:"answers"`
		}
		require.NoError(t, json.Unmarshal([]byte(written(t, decidedWithData(t, tc.answer), report.JSON)), &doc))
		i := slices.IndexFunc(doc.Answers, func(a statedAnswer) bool { return a.ID == "data" })
		require.JSONEq(t, tc.json, string(doc.Answers[i].Value))
		require.Equal(t, report.KnownState, doc.Answers[i].State)
	}
}

// The sentence of an argument names what is known of a set that is not wholly known.
func TestArgumentsNameMembers(t *testing.T) {
	t.Parallel()
	part := engine.PartOfSet(map[string]rules.Truth{"personal": rules.True})
	require.Contains(t, strings.Join(strings.Fields(written(t, decidedWithData(t, part), report.Text)), " "), `You said: Data: "Personal data"; the rest is not known`)
	require.Contains(t, strings.Join(strings.Fields(written(t, decidedWithData(t, engine.Set("personal", "scraped")), report.Text)), " "), `You said: Personal data and Copyrighted material`)
}

// What changes the verdict is given as a profile takes it.
func TestFlipsOfSets(t *testing.T) {
	t.Parallel()
	e, err := withSet()
	require.NoError(t, err)
	r := recommend(t, e, engine.Profile{Facts: facts{"data": engine.Set("scraped"), "rights": engine.Value("full"), "harm": engine.Value("small")}})
	var doc report.Result
	require.NoError(t, json.Unmarshal([]byte(written(t, r, report.JSON)), &doc))
	var sets []any
	for _, f := range doc.Flips.Facts {
		if v, ok := f.Set["data"]; ok && len(f.Set) == 1 {
			sets = append(sets, v)
		}
	}
	require.Contains(t, sets, []any{"personal", "scraped"})
}

// What was asked in "what if" is told in words, and nothing of sets that stay.
func TestWhatIfOfSets(t *testing.T) {
	t.Parallel()
	before, after := decidedWithData(t, engine.Set("scraped")), decidedWithData(t, engine.Set("scraped", "personal"))
	var b bytes.Buffer
	require.NoError(t, report.WriteWhatIf(&b, before.Pack, before.Recommendation, after.Recommendation, report.Text, report.Width(1000)))
	require.Contains(t, b.String(), `Data (data): "Copyrighted material" before, "Personal data" and "Copyrighted material" now.`)
	b.Reset()
	require.NoError(t, report.WriteWhatIf(&b, before.Pack, before.Recommendation, after.Recommendation, report.JSON))
	var doc report.WhatIfResult
	require.NoError(t, json.Unmarshal(b.Bytes(), &doc))
	require.Equal(t, []report.AnswerChange{{ID: "data", Kind: report.FactKind, Before: []any{"scraped"}, After: []any{"personal", "scraped"}}}, doc.Set)
}
