package profiles

import (
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/ajar-decision/ajar/profiles/schema"
	"github.com/ajar-decision/ajar/rules"
)

// Schema makes a JSON Schema (draft 2020-12) of profile files from a pack, so
// that an editor completes and explains every fact, value and priority in the
// language lang ("en" or "zh"). Nil means the core pack.
//
// The schema and [Read] accept the same files of the present format, but for what a schema cannot
// say: a key that stands twice, a day that the calendar does not have, files
// that are extended and not there, and whether points sum to 100 and each
// comparison names what it must.
func Schema(pack *rules.Pack, lang string) *jsonschema.Schema {
	if pack == nil {
		pack = rules.Core()
	}
	return schema.New(pack, lang)
}
