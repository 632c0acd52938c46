package rules

// ListForms gives the forms of the option; one that names none is its own form.
func (o *Option) ListForms() []*Form {
	if len(o.Forms) == 0 {
		return []*Form{{At: o.At, ID: o.ID, Title: o.Title, Text: o.Text, Examples: o.Examples, Source: o.Source}}
	}
	out := make([]*Form, len(o.Forms))
	for i := range o.Forms {
		out[i] = &o.Forms[i]
	}
	return out
}

// ClassOf gives what cannot be called back after a form of the option.
func (o *Option) ClassOf(f *Form) int {
	if f.Class != nil {
		return *f.Class
	}
	return o.Class
}

// CaptureOf gives the capture of an argument by a form of the option without its
// raises, the most particular that is stated: for the argument by the form, else by
// the option; for the dimension or for all by the form; else what the option says.
func (o *Option) CaptureOf(f *Form, a *Argument) float64 {
	n, _ := o.findCapture(f, a)
	return n.Value
}

// ListNamedCaptures lists the arguments whose capture by a form of the option is stated
// by name. All others of one pull on one dimension have one number, see [Option.CaptureOf].
func (o *Option) ListNamedCaptures(f *Form) []string {
	var out []string
	if f.Captures != nil {
		out = f.Captures.Arguments.Keys()
	}
	return append(out, o.Captures.Arguments.Keys()...)
}

// findCapture gives the number that a capture is written as, with its own doubt.
func (o *Option) findCapture(f *Form, a *Argument) (Number, *Doubt) {
	c := f.Captures
	if c == nil {
		c = &FormCaptures{}
	}
	id := NumberID{Kind: CaptureNumber, Rule: f.ID, OfForm: true, On: a.ID}
	if own := c.Arguments.Find(a.ID); own != nil {
		return own.number(id)
	}
	if own := o.Captures.Arguments.Find(a.ID); own != nil {
		id.Rule, id.OfForm = o.ID, false
		return own.number(id)
	}
	id.On, id.Side = a.Dimension, a.Pull
	if own := c.Dimensions.Find(a.Dimension); own != nil {
		return own.number(id)
	}
	if c.Default != nil {
		id.On = ""
		return c.Default.number(id)
	}
	id.Rule, id.OfForm = o.ID, false
	if own := o.Captures.Dimensions.Find(a.Dimension); own != nil {
		return own.number(id)
	}
	id.On = ""
	all := CapturePair{At: o.Captures.At, Open: o.Captures.Open, Closed: o.Captures.Closed, Because: o.Captures.Because, Doubt: o.Captures.Doubt}
	return all.number(id)
}

func (c *ArgumentCapture) number(id NumberID) (Number, *Doubt) {
	return Number{ID: id, At: c.At, Value: c.Capture, Because: c.Because}, c.Doubt
}

func (p *CapturePair) number(id NumberID) (Number, *Doubt) {
	return Number{ID: id, At: p.At, Value: p.toward(id.Side), Because: p.Because}, p.Doubt
}

// ActsWith gives the acts that the form of the option does with a kind of part:
// those that the form names, else those of the option.
func (o *Option) ActsWith(f *Form, kind string) []string {
	if acts := f.Acts.Find(kind); acts != nil {
		return *acts
	}
	return o.Acts.Get(kind)
}

// ConditionalActsWith lists the conditional acts of the option, or those of the form
// if it has any of its own.
func (o *Option) ConditionalActsWith(f *Form) []ConditionalActs {
	if f.ActsIf != nil {
		return f.ActsIf
	}
	return o.ActsIf
}

// CaptureNumber gives the capture of an argument by a form of an option, without its
// raises.
func (p *Pack) CaptureNumber(o *Option, f *Form, a *Argument) Number {
	n, doubt := o.findCapture(f, a)
	n.setDoubt(doubt, p.Constants.CaptureDoubt, distanceFromEnds(n.Value))
	return n
}
