// Package inside lets packages beside the engine's door, such as session, reach the
// rooms behind it without a door that everyone could open. Package engine fills it
// in.
package inside

import "github.com/ajar-decision/ajar/engine/internal/compiled"

// Index gives the rules of an *engine.Engine, and an *engine.Profile in their
// numbering. The rules are the engine's own: nobody may change them.
var Index func(engine, profile any) (*compiled.Rules, *compiled.Profile, error)
