package documents

import (
	"embed"
	"encoding/json"
	"reflect"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles/lock"
)

// Migration is the document of "ajar migrate FILE".
type Migration struct {
	Schema  string          `json:"schema"`
	Lang    string          `json:"lang"`
	File    string          `json:"file"`
	Written bool            `json:"written"`
	Lines   []MigrationLine `json:"lines"`
}

// MigrationLine is a line that was changed, or would be.
type MigrationLine struct {
	Line int    `json:"line"`
	From string `json:"from"`
	To   string `json:"to"`
}

// Presets is the document of "ajar init --list".
type Presets struct {
	Schema  string   `json:"schema"`
	Lang    string   `json:"lang"`
	Presets []Preset `json:"presets"`
}

// Preset is a profile of a typical situation.
type Preset struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	About string `json:"about"`
}

// Version is the document of "ajar version".
type Version struct {
	Schema   string `json:"schema"`
	Lang     string `json:"lang"`
	Ajar     string `json:"ajar"`
	Rules    Pack   `json:"rules"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// Pack names a pack of rules.
type Pack struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
}

// Bundle is the document of any command with "--lang all": its document in each language.
type Bundle struct {
	Schema    string            `json:"schema"`
	Documents []json.RawMessage `json:"documents"`
}

// The names of the documents in their key schema.
const (
	CheckSchema        = "ajar.check/1"
	ComparisonSchema   = "ajar.compare/1"
	CasesSchema        = "ajar.cases/1"
	IndexSchema        = "ajar.index/1"
	ExplanationsSchema = "ajar.explain/1"
	MigrationSchema    = "ajar.migration/1"
	PresetsSchema      = "ajar.presets/1"
	VersionSchema      = "ajar.version/1"
	BundleSchema       = "ajar.all/1"
	BatchSchema        = "ajar.batch/1"
	BatchSummarySchema = "ajar.batch-summary/1"
)

// Document is a kind of JSON document.
type Document struct {
	Name   string       // as "ajar schema" takes it
	Schema string       // what its key schema says
	About  string       // in a line
	Type   reflect.Type // that it is written from
}

// All lists the documents that the command writes, and the lock file.
func All() []Document {
	return []Document{
		{"result", report.ResultSchema, "A recommendation of ajar", reflect.TypeFor[report.Result]()},
		{"whatif", report.WhatIfSchema, "What other answers do to a recommendation of ajar", reflect.TypeFor[report.WhatIfResult]()},
		{"sensitivity", report.SensitivitySchema, "All that would change a recommendation of ajar", reflect.TypeFor[report.SensitivityResult]()},
		{"check", CheckSchema, "A verdict of ajar and its lock", reflect.TypeFor[Check]()},
		{"compare", ComparisonSchema, "What differs between two verdicts of ajar", reflect.TypeFor[Comparison]()},
		{"lock", lock.Schema, "A lock file of ajar", reflect.TypeFor[lock.Lock]()},
		{"cases", CasesSchema, "Documented decisions beside what ajar answers", reflect.TypeFor[Cases]()},
		{"index", IndexSchema, "All ids of the rules of ajar", reflect.TypeFor[Index]()},
		{"explain", ExplanationsSchema, "Explanations of ids of the rules of ajar", reflect.TypeFor[Explanations]()},
		{"batch", BatchSchema, "A line of ajar batch, for one profile of many", reflect.TypeFor[BatchLine]()},
		{"batch-summary", BatchSummarySchema, "What many profiles came to", reflect.TypeFor[BatchSummary]()},
		{"migration", MigrationSchema, "What a migration of a profile of ajar changed", reflect.TypeFor[Migration]()},
		{"presets", PresetsSchema, "The presets of ajar", reflect.TypeFor[Presets]()},
		{"version", VersionSchema, "The versions of ajar and of its rules", reflect.TypeFor[Version]()},
		{"all", BundleSchema, "A document of ajar in each language", reflect.TypeFor[Bundle]()},
	}
}

//go:embed schemas
var schemas embed.FS

// JSONSchema gives the JSON Schema (draft 2020-12) of the document of a name, nil
// if there is no such document. It is generated from the Go type by the tests of this
// package and kept as a file, so that programs need no schema library.
func JSONSchema(name string) []byte {
	if name == "result" {
		return report.JSONSchema()
	}
	data, err := schemas.ReadFile("schemas/" + name + ".json")
	if err != nil {
		return nil
	}
	return data
}
