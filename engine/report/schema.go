package report

import (
	_ "embed"
	"slices"
)

//go:embed result.schema.json
var resultSchemaFile []byte

// JSONSchema gives the JSON Schema (draft 2020-12) of the document that [Write]
// writes as [JSON]. It is generated from [Result] by the tests of this package
// and kept as a file, so that programs need no schema library.
func JSONSchema() []byte { return slices.Clone(resultSchemaFile) }
