package output

import (
	"bytes"
	"os/exec"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/cmd/internal/term"
)

// showOnTerminal shows a text that is longer than the screen with a pager, and reports
// whether it did. Anything else is written as usual: what goes to a pipe or a file, and
// what is for a screen reader or for somebody who does not want to be asked.
func (o *Output) showOnTerminal(text []byte) bool {
	if o.Settings.Accessible || o.Settings.NoInput || !term.IsTerminal(o.Stdout) || bytes.Count(text, []byte("\n")) < term.Height(o.Stdout) {
		return false
	}
	command := choosePager(o.Env, exec.LookPath)
	if command == "" {
		return false
	}
	err := term.RunPager(command, pagerEnv(o.Env), text, o.Stdout, o.Stderr)
	o.Log.Info().Str("pager", command).Err(err).Msg("shown")
	return err == nil
}

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
