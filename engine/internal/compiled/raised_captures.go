package compiled

import "github.com/ajar-decision/ajar/rules"

// RaisedCaptures are the captures with the raises that hold, and with those that may
// hold if open is set; in the room given, and out of order, if there are any such raises.
func (f *Form) RaisedCaptures(room *ArgumentValues, in *Profile, open bool) *ArgumentValues {
	least := rules.True
	if open {
		least = rules.Unknown
	}
	raised := false
	for i := range f.Raises {
		r := &f.Raises[i]
		if in.RuleTruth(r.When) < least {
			continue
		}
		if !raised {
			raised = true
			room.Value = append(room.Value[:0], f.Capture.Value...)
		}
		room.Value[r.Argument] += r.By
	}
	if !raised {
		return f.Capture
	}
	return room
}
