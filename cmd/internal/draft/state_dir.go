package draft

import (
	"path/filepath"
	"runtime"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/rules/diag"
)

// stateDir is where programs keep what they need from one run to the next.
func stateDir(env settings.Env) (string, error) {
	if dir := env.Get("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "ajar"), nil
	}
	home := map[string][]string{
		"windows": {env.Get("LOCALAPPDATA")},
		"darwin":  {env.Get("HOME"), "Library", "Application Support"},
	}
	parts, ok := home[runtime.GOOS]
	if !ok {
		parts = []string{env.Get("HOME"), ".local", "state"}
	}
	if !filepath.IsAbs(parts[0]) {
		return "", diag.NoDraftFolder(diag.Pos{})
	}
	return filepath.Join(append(parts, "ajar")...), nil
}
