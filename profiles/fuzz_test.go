package profiles_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// fuzz reads any bytes: no panic, every diagnostic lies inside the file and
// can be shown, and what was read survives writing.
func fuzz(f *testing.F, format profiles.Format) {
	for _, tc := range badFiles {
		f.Add([]byte(tc.texts()[format]))
	}
	var b bytes.Buffer
	require.NoError(f, profiles.Write(&b, written, format))
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := profiles.Read(bytes.NewReader(data), "x", format)
		if err != nil {
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			requireInside(t, string(data), list)
			requireReadable(t, list)
			return
		}
		back, err := profiles.Read(bytes.NewReader([]byte(write(t, p, format))), "x", format)
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
	f.Add([]byte(edited))
	for _, tc := range badFiles {
		f.Add([]byte(tc.yaml))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before, err := profiles.Read(bytes.NewReader(data), "x", profiles.YAML)
		if err != nil || strings.Contains(string(data), "extends") {
			return
		}
		out, err := profiles.Edit(data, []profiles.FileChange{profiles.SetFact("kind", engine.Value("both"), engine.Note{})})
		if err != nil {
			return
		}
		after, err := profiles.Read(bytes.NewReader(out), "x", profiles.YAML)
		require.NoError(t, err)
		note := before.Notes["kind"]
		before.Facts["kind"], before.Notes["kind"] = engine.Value("both"), engine.Note{Layer: "x"}
		require.Equal(t, before, after)
		inNote := strings.Count(note.Text+note.By, "#")
		require.GreaterOrEqual(t, bytes.Count(out, []byte("#"))+inNote, bytes.Count(data, []byte("#")), "no comment is lost")
	})
}
