package profiles_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// fuzzedFormats are the formats, for fuzz targets that take their number.
var fuzzedFormats = []profiles.Format{profiles.YAML, profiles.JSON, profiles.TOML}

// listRealFiles lists files as people have them, by the number of their format.
func listRealFiles(t require.TestingT) map[int][][]byte {
	out := map[int][][]byte{}
	for i, format := range fuzzedFormats {
		var b bytes.Buffer
		require.NoError(t, profiles.Write(&b, written, format))
		out[i] = [][]byte{[]byte(olderFiles[format][0]), []byte(olderFiles[format][1]), b.Bytes()}
		for _, tc := range badFiles {
			out[i] = append(out[i], []byte(tc.texts()[format]))
		}
	}
	for _, preset := range profiles.Presets() {
		text, err := profiles.PresetSource(preset.Name)
		require.NoError(t, err)
		out[0] = append(out[0], text)
	}
	return out
}

// FuzzMigrate brings any file up to date: either what is wrong is told, or the file is
// read, means what it meant, and a second time changes nothing.
func FuzzMigrate(f *testing.F) {
	for format, files := range listRealFiles(f) {
		for _, data := range files {
			f.Add(uint8(format), data)
		}
	}
	f.Fuzz(func(t *testing.T, number uint8, data []byte) {
		format := fuzzedFormats[int(number)%len(fuzzedFormats)]
		m, err := profiles.Migrate(data, format)
		if err != nil {
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			require.NotEmpty(t, list)
			requireReadable(t, list)
			return
		}
		again, err := profiles.Migrate(m.Text, format)
		require.NoError(t, err)
		require.Empty(t, again.Lines)
		require.Equal(t, string(m.Text), string(again.Text))
		require.Equal(t, bytes.Count(data, []byte("\n")), bytes.Count(m.Text, []byte("\n")))
		if len(m.Lines) == 0 {
			require.Equal(t, string(data), string(m.Text))
		}
		before, err := profiles.Read(bytes.NewReader(data), "x", format)
		if err != nil {
			return // it extends what is not there
		}
		var heard diag.List
		after, err := profiles.Read(bytes.NewReader(m.Text), "x", format, profiles.WithWarn(func(d diag.Diagnostic) { heard.Add(d) }))
		require.NoError(t, err)
		require.Empty(t, profiles.Compare(before, after))
		require.Equal(t, before.Notes, after.Notes)
		for _, d := range heard {
			require.NotEqual(t, diag.OlderFormat(diag.Pos{}, "").Code, d.Code)
		}
	})
}

// FuzzCompare compares any two profiles: there is no difference exactly if the digests are
// the same, and the way back is the way there.
func FuzzCompare(f *testing.F) {
	files := listRealFiles(f)[1] // in the format that is read fastest
	for i := range files {
		f.Add(files[i], files[(i+1)%len(files)])
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		var sides [2]engine.Profile
		for i, data := range [][]byte{a, b} {
			var err error
			if sides[i], err = profiles.Read(bytes.NewReader(data), "x", profiles.JSON); err != nil {
				_, ok := diag.From(err)
				require.True(t, ok, "%v", err)
				return
			}
		}
		there, back := profiles.Compare(sides[0], sides[1]), profiles.Compare(sides[1], sides[0])
		require.Equal(t, sides[0].Digest() == sides[1].Digest(), len(there) == 0)
		for i, d := range back {
			back[i].From, back[i].To = d.To, d.From
		}
		require.Equal(t, there, back)
		require.Empty(t, profiles.Compare(sides[0], sides[0]))
	})
}
