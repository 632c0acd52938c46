package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// commandsOfDocuments write each document at least once.
var commandsOfDocuments = map[string][][]string{
	"result":        {{"decide", "a.yaml"}, {"ask", "-p", "full.yaml", "--only", "kind"}},
	"whatif":        {{"whatif", "a.yaml", "--set", "adoption_reach=2"}},
	"sensitivity":   {{"sensitivity", "a.yaml"}},
	"check":         {{"check", "a.yaml", "--update"}, {"check", "copy/a.yaml", "--lock", "a.lock.json", "--fail-on", ""}},
	"compare":       {{"compare", "a.yaml", "b.yaml"}, {"compare", "a.yaml", "a.yaml"}},
	"batch":         {{"batch", "one.ndjson"}, {"batch", "one.ndjson", "--fields", "today,settled"}, {"batch", "bad.ndjson"}},
	"batch-summary": {{"batch", "one.ndjson", "--summary"}, {"batch", "one.ndjson", "--summary", "--fields", "settled"}, {"batch", "bad.ndjson", "--summary"}},
	"lock":          nil, // the file that check --update leaves
	"cases":         {{"cases"}, {"cases", "--like", "a.yaml"}},
	"index":         {{"explain"}},
	"explain":       {{"explain", "hosting_rivals"}, {"explain", "open_core"}, {"explain", "AJ101"}},
	"migration":     {{"migrate", "a.yaml"}},
	"presets":       {{"init", "--list"}},
	"version":       {{"version"}},
	"all":           {{"decide", "a.yaml", "--lang", "all"}, {"version", "--lang", "all"}},
}

// What verbs write as JSON follows the schema that "ajar schema" writes, and the
// exported Go type reads all of it.
func TestDocumentsFollowTheirSchemas(t *testing.T) {
	t.Parallel()
	for _, d := range documents.All() {
		commands, ok := commandsOfDocuments[d.Name]
		require.True(t, ok, "document %s: add a command that writes it to commandsOfDocuments in cmd/internal/cli/schema_test.go", d.Name)
		var s jsonschema.Schema
		require.NoError(t, json.Unmarshal([]byte(good(t, cli.Surroundings{}, "schema", d.Name)), &s))
		resolved, err := s.Resolve(nil)
		require.NoError(t, err)
		dir := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(dir, "copy"), 0o700))
		changed := profile + "limits: [{exclude: [open_permissive], because: no}]\n"
		for name, text := range map[string]string{"a.yaml": profile, "b.yaml": changed, "copy/a.yaml": changed, "full.yaml": profile,
			"one.ndjson": `{"priorities": {"adoption_reach": 9}}` + "\n", "bad.ndjson": `{"facts": {"kind": "modle"}}` + "\n"} {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		}
		var written [][]byte
		for _, args := range commands {
			r := run(t, cli.Surroundings{Dir: dir}, append(args, "--format", "json", "-q")...)
			require.Contains(t, []int{cli.ExitOK, cli.ExitGateFailed}, r.code, "%v: %s", args, r.err)
			written = append(written, []byte(r.out))
		}
		if d.Name == "lock" {
			good(t, cli.Surroundings{Dir: dir}, "check", "a.yaml", "--update", "-q")
			text, err := os.ReadFile(filepath.Join(dir, "a.lock.json"))
			require.NoError(t, err)
			written = append(written, text)
		}
		for _, text := range written {
			requireDocument(t, d, resolved, text)
		}
	}
}

// requireDocument wants a document to follow its schema, and its type to lose nothing.
func requireDocument(t *testing.T, d documents.Document, s *jsonschema.Resolved, text []byte) {
	t.Helper()
	var value map[string]any
	require.NoError(t, json.Unmarshal(text, &value), d.Name)
	require.NoError(t, s.Validate(value), d.Name)
	typed := reflect.New(d.Type)
	decode := json.NewDecoder(bytes.NewReader(text))
	decode.DisallowUnknownFields()
	require.NoError(t, decode.Decode(typed.Interface()), d.Name)
	again, err := json.Marshal(typed.Interface())
	require.NoError(t, err)
	require.JSONEq(t, string(text), string(again), d.Name)
	for _, key := range []string{"schema", "lang"} {
		if _, ok := value[key]; ok {
			value[key] = "nothing/0"
			require.Error(t, s.Validate(value), "%s: %s is checked", d.Name, key)
			require.NoError(t, json.Unmarshal(text, &value))
		}
	}
}

// Help on schemas names each.
func TestHelpNamesEverySchema(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		page := help(t, "schema", "--lang", lang, "--width", "100")
		for _, d := range documents.All() {
			require.Regexp(t, "(?m)^  "+d.Name+" +", page, "write the document into cmd/internal/cli/help/%s/schema.txt", lang)
		}
	}
}
