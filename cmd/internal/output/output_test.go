package output_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// writeTo writes a document that says its language, and gives standard output.
func writeTo(t *testing.T, dir string, s settings.Settings, writers output.Writers[string]) (string, error) {
	t.Helper()
	var out bytes.Buffer
	o := output.Output{Settings: s, Stdout: &out, Files: files.New(dir, nil), Log: zerolog.Nop()}
	err := o.Write(writers.Document("say", "word"))
	return out.String(), err
}

// inFormat writes the name of a format, the document and the language.
func inFormat(f *output.Format) output.Writer[string] {
	return output.Writer[string]{Format: f, Write: func(d string, w io.Writer, v output.View) error {
		if f == output.JSON {
			return output.WriteJSON(w, []string{d, v.Lang})
		}
		_, err := io.WriteString(w, f.Name+" "+d+" "+v.Lang+"\n")
		return err
	}}
}

var (
	inEnglish = settings.Language{Code: "en"}
	inAll     = settings.Language{Code: "en", List: []string{"en", "zh"}}
)

func TestFirstFormatIsTheUsualOne(t *testing.T) {
	t.Parallel()
	both := output.Writers[string]{inFormat(output.Markdown), inFormat(output.Text)}
	out, err := writeTo(t, "", settings.Settings{Language: inEnglish}, both)
	require.NoError(t, err)
	require.Equal(t, "md word en\n", out)
	out, err = writeTo(t, "", settings.Settings{Language: inEnglish, Format: "text", FormatSet: true}, both)
	require.NoError(t, err)
	require.Equal(t, "text word en\n", out)
}

// A document is written in its own formats only.
func TestFormatWithoutWriterIsRefused(t *testing.T) {
	t.Parallel()
	text := output.Writers[string]{inFormat(output.Text)}
	for _, f := range output.All() {
		_, err := writeTo(t, "", settings.Settings{Language: inEnglish, Format: f.Name, FormatSet: true}, text)
		if f == output.Text {
			require.NoError(t, err)
			continue
		}
		require.Equal(t, "AJ413", codeOf(t, err), f.Name)
	}
}

func codeOf(t *testing.T, err error) string {
	t.Helper()
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	return list[0].Code
}

// Texts follow each other, JSON documents are put in one, and what cannot hold
// a second document is refused before anything is written.
func TestAllLanguages(t *testing.T) {
	t.Parallel()
	documents := make([][]string, 0, len(lang.All()))
	for _, code := range lang.All() {
		documents = append(documents, []string{"word", code})
	}
	all, err := json.Marshal(documents)
	require.NoError(t, err)
	for _, f := range output.All() {
		out, err := writeTo(t, "", settings.Settings{Language: inAll, Format: f.Name, FormatSet: true}, output.Writers[string]{inFormat(f)})
		switch f {
		case output.Text, output.Markdown, output.GitHub:
			require.NoError(t, err, f.Name)
			require.Equal(t, f.Name+" word "+strings.Join(lang.All(), "\n\n"+f.Name+" word ")+"\n", out)
		case output.JSON:
			require.NoError(t, err)
			require.JSONEq(t, `{"schema": "ajar.all/1", "documents": `+string(all)+`}`, out)
		case output.HTML:
			require.NoError(t, err)
			require.Equal(t, "html word en\n", out, "its writer is called once and gets all languages")
		default:
			require.Equal(t, "AJ438", codeOf(t, err), "format %s: say in cmd/internal/output/format.go how languages are joined, and here", f.Name)
			require.Empty(t, out)
		}
	}
}

func TestDocumentOfOneLanguage(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	o := output.Output{Settings: settings.Settings{Language: inAll}, Stdout: &out, Files: files.New("", nil)}
	d := output.Writers[string]{inFormat(output.JUnit)}.Document("say", "word")
	d.OneLanguage = true
	require.NoError(t, o.Write(d))
	require.Equal(t, "junit word en\n", out.String())
}

// No two formats have a name or an ending in common, so that a file name tells one.
func TestFormatsAreTold(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, f := range output.All() {
		for _, sign := range append(f.Extensions, f.Name) {
			require.Empty(t, seen[sign], "%s and %s share %s", seen[sign], f.Name, sign)
			seen[sign] = f.Name
		}
		dir := t.TempDir()
		for _, ext := range f.Extensions {
			s := settings.Settings{Language: inEnglish, Outputs: []string{"a" + strings.ToUpper(ext)}}
			_, err := writeTo(t, dir, s, output.Writers[string]{inFormat(output.GitHub), inFormat(f)})
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(dir, s.Outputs[0]))
			require.NoError(t, err)
			require.Contains(t, string(got), "word")
			require.NotContains(t, string(got), "github")
		}
	}
}

// Nothing is written if one of several formats cannot be made.
func TestAllOrNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	broken := errors.New("broken")
	fails := output.Writer[string]{Format: output.JSON, Write: func(string, io.Writer, output.View) error { return broken }}
	s := settings.Settings{Language: inEnglish, Outputs: []string{"a.txt", "b.json"}}
	_, err := writeTo(t, dir, s, output.Writers[string]{inFormat(output.Text), fails})
	require.ErrorIs(t, err, broken)
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, left)
}

func TestPageAndData(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	o := output.Output{Settings: settings.Settings{Language: inEnglish, Format: "json"}, Stdout: &out, Files: files.New("", nil)}
	d := output.Paged{
		Page: func(lang string) *page.Page { p := &page.Page{}; p.Text("in " + lang); return p },
		Data: func(lang string) any { return lang },
	}
	require.NoError(t, o.Write(output.PageWriters.Document("say", d)))
	require.Equal(t, "\"en\"\n", out.String())
	out.Reset()
	o.Settings.Format = ""
	require.NoError(t, o.Write(output.PageWriters.Document("say", d)))
	require.Equal(t, "in en\n", out.String())
}
