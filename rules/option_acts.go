package rules

// ActsWith gives the acts that the option, with a split or with nil, does with a
// kind of part: those that the split names, else those of the option.
func (o *Option) ActsWith(s *Split, kind string) []string {
	if s != nil {
		if acts, ok := s.Acts[kind]; ok {
			return acts
		}
	}
	return o.Acts[kind]
}

// ConditionalActsWith lists the conditional acts of the option, and those of the
// split if it has any of its own.
func (o *Option) ConditionalActsWith(s *Split) []ConditionalActs {
	if s != nil && s.ActsIf != nil {
		return s.ActsIf
	}
	return o.ActsIf
}
