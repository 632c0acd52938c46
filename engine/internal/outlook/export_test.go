package outlook

import (
	"context"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// OpenMasses lets tests look at the bounds.
type OpenMasses struct{ s *openMasses }

func NewOpenMasses(e *compiled.Rules) OpenMasses {
	return OpenMasses{newOpenMasses(context.Background(), e)}
}

// Mark marks in a profile what is pending.
func Mark(e *compiled.Rules, in *compiled.Profile, pending Pending) { markPending(e, in, pending) }

// Take goes on to a profile.
func (m OpenMasses) Take(in *compiled.Profile) { m.s.take(in) }

// Evaluation is what the bounds are made from.
func (m OpenMasses) Evaluation() *evaluate.Evaluation {
	evaluate.Rescale(m.s.e, m.s.v)
	return m.s.v
}

// Availability is what is known of each form.
func (m OpenMasses) Availability() []rules.Truth { return m.s.availability }

// Threats gives how far each form may get past each other one.
func (m OpenMasses) Threats() (out []float64) {
	for o := range m.s.e.Forms {
		for r := range m.s.e.Forms {
			if o != r {
				out = append(out, m.s.boundThreat(o, r))
			}
		}
	}
	return out
}

// MeasureLikeness says how alike two profiles are.
func MeasureLikeness(e *compiled.Rules, a, b *compiled.Profile) float64 {
	return measureLikeness(e, a, b)
}
