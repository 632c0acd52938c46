package settings

import "strings"

// Env is an environment: "NAME=value" each.
type Env []string

// Get gives the value of a variable, "" if it is not set. Of several the last
// counts, as the operating system has it.
func (e Env) Get(name string) string {
	value, _ := e.Lookup(name)
	return value
}

// Lookup gives the value of a variable, and whether it is set at all.
func (e Env) Lookup(name string) (value string, ok bool) {
	for i := len(e) - 1; i >= 0; i-- {
		if value, ok := strings.CutPrefix(e[i], name+"="); ok {
			return value, true
		}
	}
	return "", false
}
