package rules

// Of gives the capture of an argument: the most particular that is stated.
func (c *Captures) Of(a *Argument) float64 {
	if own, ok := c.Arguments[a.ID]; ok {
		return own.Capture
	}
	pair := CapturePair{Open: c.Open, Closed: c.Closed}
	if own, ok := c.Dimensions[a.Dimension]; ok {
		pair = own
	}
	return pair.toward(a.Pull)
}

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
	c := f.Captures
	if c == nil {
		return o.Captures.Of(a)
	}
	if own, ok := c.Arguments[a.ID]; ok {
		return own.Capture
	}
	if own, ok := o.Captures.Arguments[a.ID]; ok {
		return own.Capture
	}
	if own, ok := c.Dimensions[a.Dimension]; ok {
		return own.toward(a.Pull)
	}
	if c.Default != nil {
		return c.Default.toward(a.Pull)
	}
	return o.Captures.Of(a)
}

// ActsWith gives the acts that the form of the option does with a kind of part:
// those that the form names, else those of the option.
func (o *Option) ActsWith(f *Form, kind string) []string {
	if acts, ok := f.Acts[kind]; ok {
		return acts
	}
	return o.Acts[kind]
}

// ConditionalActsWith lists the conditional acts of the option, or those of the form
// if it has any of its own.
func (o *Option) ConditionalActsWith(f *Form) []ConditionalActs {
	if f.ActsIf != nil {
		return f.ActsIf
	}
	return o.ActsIf
}
