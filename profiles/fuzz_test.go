package profiles_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// fuzz reads any bytes: no panic, every diagnostic lies inside the file and
// can be shown, and what was read survives writing.
func fuzz(f *testing.F, format profiles.Format) {
	pack := profiles.WithPack(numbered())
	for _, tc := range badFiles {
		f.Add([]byte(tc.texts()[format]))
	}
	for _, tc := range badSets {
		f.Add([]byte(tc.texts()[format]))
	}
	for _, a := range []engine.Answer{engine.Set("health", "scraped"), engine.PartOfSet(map[string]rules.Truth{"health": rules.True, "scraped": rules.False})} {
		f.Add([]byte(write(f, engine.Profile{Facts: map[string]engine.Answer{"data_kinds": a}}, format, pack)))
	}
	var b bytes.Buffer
	require.NoError(f, profiles.Write(&b, written, format))
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := profiles.Read(bytes.NewReader(data), "x", format, pack)
		if err != nil {
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			requireInside(t, string(data), list)
			requireReadable(t, list)
			return
		}
		back, err := profiles.Read(bytes.NewReader([]byte(write(t, p, format, pack))), "x", format, pack)
		require.NoError(t, err)
		require.Equal(t, p, back)
	})
}

func FuzzYAML(f *testing.F) { fuzz(f, profiles.YAML) }
func FuzzJSON(f *testing.F) { fuzz(f, profiles.JSON) }
func FuzzTOML(f *testing.F) { fuzz(f, profiles.TOML) }

// FuzzEdit changes one answer in any valid file: either it is refused, or the
// file means the same but for that answer.
func FuzzEdit(f *testing.F) {
	for _, text := range []string{edited, editedSets, "facts: {data_kinds: [health, # h\n  web]}", "facts:\n  data_kinds:\n    value: {health: yes, # h\n     web: no}\n    note: x"} {
		f.Add([]byte(text))
	}
	for _, tc := range badFiles {
		f.Add([]byte(tc.yaml))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		requireEditSafe(t, data, "kind", engine.Value("both"))
		requireEditSafe(t, data, "data_kinds", engine.Set("health", "personal"))
	})
}

func requireEditSafe(t *testing.T, data []byte, id string, answer engine.Answer) {
	t.Helper()
	pack := profiles.WithPack(numbered())
	before, err := profiles.Read(bytes.NewReader(data), "x", profiles.YAML, pack)
	if err != nil || strings.Contains(string(data), "extends") {
		return
	}
	out, err := profiles.Edit(data, []profiles.FileChange{profiles.SetFact(id, answer, engine.Note{})}, pack)
	if err != nil {
		return
	}
	after, err := profiles.Read(bytes.NewReader(out), "x", profiles.YAML, pack)
	require.NoError(t, err)
	note := before.Notes[id]
	before.Facts[id], before.Notes[id] = answer, engine.Note{Layer: "x"}
	require.Equal(t, before, after)
	if id == "kind" { // with a value of a set goes the comment on its line
		inNote := strings.Count(note.Text+note.By, "#")
		require.GreaterOrEqual(t, bytes.Count(out, []byte("#"))+inNote, bytes.Count(data, []byte("#")), "no comment is lost")
	}
}
