package settings

import (
	"os/exec"
	"strings"
)

// systemLocale gives the language of the operating system, "" if it cannot be told.
// A program without a bundle has no other way to ask than this command.
func systemLocale() string {
	out, err := exec.Command("/usr/bin/defaults", "read", "-g", "AppleLocale").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}
