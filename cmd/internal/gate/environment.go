package gate

import (
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// listEnvironment lists the answers that variables gave, by id.
func (c *Check) listEnvironment() []documents.EnvironmentAnswer {
	from := c.findEnvironment()
	out := []documents.EnvironmentAnswer{}
	for _, id := range slices.Sorted(maps.Keys(from)) {
		out = append(out, documents.EnvironmentAnswer{ID: id, Variable: from[id], Answer: c.formatAnswer(id)})
	}
	return out
}

// formatAnswer gives an answer as a profile has it, "" if there is none.
func (c *Check) formatAnswer(id string) string {
	if a, ok := c.Profile.Facts[id]; ok {
		return a.String()
	}
	if w, ok := c.Profile.Weights[id]; ok {
		return plain.Number(w)
	}
	if r, ok := c.Profile.Ranges[id]; ok {
		return r.String()
	}
	return ""
}

// phraseEnvironment says which answers variables gave, and which they gave when the lock
// was written.
func (c *Check) phraseEnvironment(t texts) (out []string) {
	for _, x := range c.listEnvironment() {
		out = append(out, t.CheckFromEnvironment(x.ID, x.Answer, x.Variable))
	}
	if c.Lock != nil && len(c.Lock.Environment) > 0 {
		out = append(out, t.CheckLockEnvironment(strings.Join(slices.Sorted(maps.Values(c.Lock.Environment)), ", ")))
	}
	return out
}

// addEnvironment puts what is not in the profile itself on a page.
func (c *Check) addEnvironment(p *page.Page, t texts) {
	lines := c.phraseEnvironment(t)
	if len(lines) == 0 {
		return
	}
	p.Gap()
	p.Heading(t.CheckEnvironment())
	for _, line := range lines {
		p.Inset(line)
	}
}
