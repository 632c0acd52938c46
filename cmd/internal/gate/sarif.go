package gate

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// SARIF 2.1.0 of OASIS: each condition is a rule, and what the check fails on is a result at
// its line. A check that passes has no results, so that an alert ends when its cause does.
const (
	sarifVersion = "2.1.0"
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
	// sourceRoot is what addresses of files are relative to.
	sourceRoot = "%SRCROOT%"
	// fingerprintKey names how fingerprints are made.
	fingerprintKey = "ajarFinding/v1"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool       `json:"tool"`
	Language   string          `json:"language"`
	Automation sarifAutomation `json:"automationDetails"`
	ColumnKind string          `json:"columnKind"`
	Results    []sarifResult   `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

// sarifAutomation tells checks of several profiles apart that are uploaded together.
type sarifAutomation struct {
	ID string `json:"id"`
}

type sarifRule struct {
	ID            string             `json:"id"`
	Short         sarifMessage       `json:"shortDescription"`
	Help          sarifMessage       `json:"help"`
	Configuration sarifConfiguration `json:"defaultConfiguration"`
}

// sarifConfiguration says whether the check fails on a condition.
type sarifConfiguration struct {
	Enabled bool   `json:"enabled"`
	Level   string `json:"level"`
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifResult struct {
	Rule         string            `json:"ruleId"`
	Index        int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifMessage      `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	File   sarifArtefact `json:"artifactLocation"`
	Region sarifRegion   `json:"region"`
}

type sarifArtefact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	Line   int `json:"startLine"`
	Column int `json:"startColumn,omitempty"`
}

// writeSARIF writes the check as SARIF.
func (c *Check) writeSARIF(w io.Writer, t texts) error {
	run := sarifRun{
		Tool: sarifTool{sarifDriver{Name: "ajar", Version: c.Version}}, Language: t.Lang,
		Automation: sarifAutomation{"ajar check/" + placeFile(c.Name).URI + "/"}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	for _, condition := range Conditions() {
		fails := c.failsOn(condition)
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			condition, sarifMessage{describeCondition(t, condition)}, sarifMessage{t.RuleHelp()}, sarifConfiguration{fails, output.ErrorLevel},
		})
		if fails && c.isMet(condition) && (condition != Changed || !c.updated) {
			run.Results = append(run.Results, c.listResults(t, condition)...)
		}
	}
	return output.WriteJSON(w, sarifLog{sarifSchema, sarifVersion, []sarifRun{run}})
}

// failsOn reports whether the check fails on a condition: on those asked for, and on the
// want of a lock always.
func (c *Check) failsOn(condition string) bool {
	return slices.Contains(c.FailOn, condition) || condition == Changed && c.change == nil
}

// listResults lists what a condition that holds is to be told at: each answer that moved
// the verdict, each that contradicts another, else the profile.
func (c *Check) listResults(t texts, condition string) []sarifResult {
	var out []sarifResult
	add := func(about, text string, places ...diag.Pos) {
		out = append(out, c.makeResult(condition, about, text, places))
	}
	switch {
	case condition == Changed && c.change != nil:
		for _, d := range c.change.Movers {
			add(d.ID, c.phraseMetCondition(t, condition)+" "+c.change.PhraseAnswer(t.Lang, d), c.positionOrProfile(c.change.FindAnswerPosition(d)))
		}
	case condition == Contradictory:
		for _, x := range c.listContradictions(t.Lang) {
			if !c.isSeldom(x) {
				add(x.ID+identifyRule(x.Rule), x.Text, c.listContradictionPositions(x)...)
			}
		}
	}
	if len(out) == 0 {
		add("", c.phraseMetCondition(t, condition), c.positionOrProfile(diag.Pos{}))
	}
	return out
}

func identifyRule(rule *string) string {
	if rule == nil {
		return ""
	}
	return "/" + *rule
}

// makeResult makes a result. Its fingerprint is of what it is about and not of lines or
// values, so that it stays the same while the file is edited around it.
func (c *Check) makeResult(condition, about, text string, places []diag.Pos) sarifResult {
	x := sarifResult{
		Rule: condition, Index: slices.Index(Conditions(), condition), Level: output.ErrorLevel, Message: sarifMessage{sarifEscaper.Replace(plain.Escape(text))},
		Fingerprints: map[string]string{fingerprintKey: fingerprint(condition, filepath.ToSlash(c.Name), about)},
	}
	for _, at := range places {
		x.Locations = append(x.Locations, sarifLocation{sarifPhysical{placeFile(at.File), sarifRegion{max(at.Line, 1), at.Col}}})
	}
	return x
}

// sarifEscaper keeps a text from being a link or a gap to fill, which square brackets and
// braces mean in a message of SARIF.
var sarifEscaper = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "{", "{{", "}", "}}")

func fingerprint(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

// placeFile writes the name of a file as an address relative to where ajar runs, as the
// annotations for GitHub have it; one that begins at the root has no base.
func placeFile(name string) sarifArtefact {
	u, base := url.URL{Path: path.Clean(filepath.ToSlash(name))}, sourceRoot
	if path.IsAbs(u.Path) {
		u.Scheme, base = "file", ""
	}
	return sarifArtefact{u.String(), base}
}

// describeCondition says what it means that a condition holds.
func describeCondition(t texts, condition string) string {
	switch condition {
	case Changed:
		return t.RuleChanged()
	case Undecided:
		return t.RuleUndecided()
	case Incomplete:
		return t.RuleIncomplete()
	case Stale:
		return t.RuleStale()
	case Blocked:
		return t.RuleBlocked()
	case NotReady:
		return t.RuleNotReady()
	}
	return t.RuleContradictory()
}
