package rules

import "github.com/ajar-decision/ajar/rules/detach"

// Identity names a pack. Two packs of the same digest say the same.
type Identity struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
}

// Identity gives the name, the version and the digest of the pack.
func (p *Pack) Identity() Identity { return Identity{p.Name, p.Version, p.Digest} }

// Clone gives a deep copy: the two packs have no memory in common, so that a
// change of one never reaches the other. The copy of no pack is none.
func (p *Pack) Clone() *Pack {
	if p == nil {
		return nil
	}
	out := *p
	detach.Detach(&out)
	return &out
}
