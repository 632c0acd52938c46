package output

import (
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
)

// defaultPager ends by itself if all fits, keeps colours, and leaves the text on the screen.
const defaultPager = "less -FRX"

// choosePager gives the command of the environment, less if there is none, and "" if
// nothing is to be used. A variable that is set to nothing, or to cat, turns pagers off.
func choosePager(env settings.Env, lookPath func(string) (string, error)) string {
	for _, name := range []string{"AJAR_PAGER", "PAGER"} {
		command, ok := env.Lookup(name)
		if !ok {
			continue
		}
		if command = strings.TrimSpace(command); command == "cat" {
			return ""
		}
		return command
	}
	if _, err := lookPath("less"); err != nil {
		return ""
	}
	return defaultPager
}

// pagerEnv tells less what defaultPager does, unless the user has told it otherwise.
func pagerEnv(env settings.Env) []string {
	if _, ok := env.Lookup("LESS"); ok {
		return env
	}
	return append(env[:len(env):len(env)], "LESS=FRX")
}
