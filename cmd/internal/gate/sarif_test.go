package gate_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/gate"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// sarifSchema holds what the standard and GitHub require of what is written here, and lets
// nothing else in. The schema of the standard is not copied; what is written passed it.
const sarifSchema = `{
  "$defs": {
    "message": {"type": "object", "required": ["text"], "additionalProperties": false, "properties": {"text": {"type": "string", "minLength": 1}}},
    "level": {"enum": ["none", "note", "warning", "error"]}
  },
  "type": "object", "required": ["$schema", "version", "runs"], "additionalProperties": false,
  "properties": {
    "$schema": {"type": "string"}, "version": {"const": "2.1.0"},
    "runs": {"type": "array", "minItems": 1, "maxItems": 1, "items": {
      "type": "object", "required": ["tool", "results"], "additionalProperties": false,
      "properties": {
        "tool": {"type": "object", "required": ["driver"], "additionalProperties": false, "properties": {"driver": {
          "type": "object", "required": ["name", "rules"], "additionalProperties": false,
          "properties": {"name": {"const": "ajar"}, "version": {"type": "string"}, "rules": {"type": "array", "items": {
            "type": "object", "required": ["id", "shortDescription", "help"], "additionalProperties": false,
            "properties": {
              "id": {"type": "string"}, "shortDescription": {"$ref": "#/$defs/message"}, "help": {"$ref": "#/$defs/message"},
              "defaultConfiguration": {"type": "object", "additionalProperties": false, "properties": {"enabled": {"type": "boolean"}, "level": {"$ref": "#/$defs/level"}}}}}}}}}},
        "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
        "automationDetails": {"type": "object", "additionalProperties": false, "properties": {"id": {"type": "string", "pattern": "/$"}}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": {
          "type": "object", "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"], "additionalProperties": false,
          "properties": {
            "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": 0}, "level": {"$ref": "#/$defs/level"}, "message": {"$ref": "#/$defs/message"},
            "partialFingerprints": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
            "locations": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["physicalLocation"], "properties": {"physicalLocation": {
              "type": "object", "required": ["artifactLocation", "region"],
              "properties": {
                "artifactLocation": {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string"}, "uriBaseId": {"type": "string"}}},
                "region": {"type": "object", "required": ["startLine"], "properties": {"startLine": {"type": "integer", "minimum": 1}, "startColumn": {"type": "integer", "minimum": 1}}}}}}}}}}}
      }}}
  }
}`

// sarif is what is written, as far as tests look at it.
type sarif struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Version string
				Rules   []struct {
					ID            string
					Configuration struct{ Enabled bool } `json:"defaultConfiguration"`
				}
			}
		}
		Results []struct {
			Rule      string `json:"ruleId"`
			Index     int    `json:"ruleIndex"`
			Message   struct{ Text string }
			Locations []struct {
				Physical struct {
					Artifact struct{ URI string } `json:"artifactLocation"`
					Region   struct {
						Line int `json:"startLine"`
						Col  int `json:"startColumn"`
					}
				} `json:"physicalLocation"`
			}
			Fingerprints map[string]string `json:"partialFingerprints"`
		}
	}
}

// readSARIF reads what a check writes, and wants it to follow the schema.
func readSARIF(t *testing.T, c *gate.Check) sarif {
	t.Helper()
	text := write(t, c, "sarif")
	var schema jsonschema.Schema
	require.NoError(t, json.Unmarshal([]byte(sarifSchema), &schema))
	resolved, err := schema.Resolve(nil)
	require.NoError(t, err)
	var doc any
	require.NoError(t, json.Unmarshal([]byte(text), &doc))
	require.NoError(t, resolved.Validate(doc), text)
	var out sarif
	require.NoError(t, json.Unmarshal([]byte(text), &out))
	for _, r := range out.Runs[0].Results {
		require.Equal(t, r.Rule, out.Runs[0].Tool.Driver.Rules[r.Index].ID)
		require.True(t, out.Runs[0].Tool.Driver.Rules[r.Index].Configuration.Enabled, "the check fails on it")
	}
	return out
}

// noRights is another verdict by one answer.
func noRights() engine.Profile {
	p := open()
	p.Facts["rights"] = engine.Value("no")
	return p
}

func TestSARIFHasWhatTheCheckFailsOn(t *testing.T) {
	t.Parallel()
	was := open()
	got := readSARIF(t, check(t, noRights(), &was, func(in *gate.Input) { in.Version = "0.3.0" })).Runs[0]
	require.Equal(t, "0.3.0", got.Tool.Driver.Version)
	require.Len(t, got.Tool.Driver.Rules, len(gate.Conditions()))
	require.Len(t, got.Results, 1)
	r := got.Results[0]
	require.Equal(t, gate.Changed, r.Rule)
	require.Contains(t, r.Message.Text, "rights: from full to no")
	require.Equal(t, "x.yaml", r.Locations[0].Physical.Artifact.URI)
	require.Equal(t, 4, r.Locations[0].Physical.Region.Line)
	require.Equal(t, 11, r.Locations[0].Physical.Region.Col)

	require.Empty(t, readSARIF(t, check(t, open(), &was, nil)).Runs[0].Results, "a check that passes has none")
	require.Empty(t, readSARIF(t, check(t, noRights(), &was, func(in *gate.Input) { in.FailOn = []string{gate.Stale} })).Runs[0].Results, "nor has one that fails on something else")
	without := readSARIF(t, check(t, open(), nil, func(in *gate.Input) { in.FailOn = nil })).Runs[0].Results
	require.Len(t, without, 1, "a check without a lock fails")
	require.Equal(t, 1, without[0].Locations[0].Physical.Region.Line)
}

// The same finding has the same fingerprint wherever it stands and whatever it is; another
// has another.
func TestFingerprintsStay(t *testing.T) {
	t.Parallel()
	was := open()
	of := func(c *gate.Check) string {
		return readSARIF(t, c).Runs[0].Results[0].Fingerprints["ajarFinding/v1"]
	}
	first := of(check(t, noRights(), &was, nil))
	require.Regexp(t, regexp.MustCompile("^[0-9a-f]{64}$"), first)
	require.Equal(t, first, of(check(t, noRights(), &was, func(in *gate.Input) { in.Positions["rights"] = diag.Pos{File: "x.yaml", Line: 40, Col: 2} })))
	require.NotEqual(t, first, of(check(t, noRights(), &was, func(in *gate.Input) { in.Name = "y.yaml" })))
	require.NotEqual(t, first, of(check(t, open(), nil, nil)))
}

// No name and no text makes a link, a gap or an address of another place.
func TestSARIFIsInert(t *testing.T) {
	t.Parallel()
	for _, text := range append(testkit.HostileTexts(), `[x](https://evil.example) {0} {1}`, `\[x\](https://evil.example)`, "file:///etc/passwd", "//evil.example/a.yaml", "a b#c?d%20.yaml") {
		p := open()
		p.Name = text
		was := p
		moved := noRights()
		moved.Name = text
		name := strings.ReplaceAll(text, "\x00", "")
		c := check(t, moved, &was, func(in *gate.Input) {
			in.Name, in.Positions = name, map[string]diag.Pos{"rights": {File: name, Line: 4, Col: 11}}
		})
		for _, r := range readSARIF(t, c).Runs[0].Results {
			require.NotRegexp(t, `(^|[^\\])(\\\\)*\[|(^|[^{])({{)*{[0-9]`, r.Message.Text)
			uri := r.Locations[0].Physical.Artifact.URI
			if strings.HasPrefix(name, "/") {
				require.Regexp(t, `^file:///[^/]`, uri)
				continue
			}
			require.NotRegexp(t, `^[a-zA-Z][a-zA-Z0-9+.-]*:|^//|[ \x00-\x1f#?]`, uri)
		}
		require.Empty(t, testkit.CommandsIn(write(t, c, "sarif"), nil))
	}
}
