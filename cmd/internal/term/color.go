// Package term knows terminals: what a stream is connected to, how wide it is, whether
// to colour, and what may leave by it. It writes nothing by itself.
package term

// UseColor decides whether to colour what goes to a stream. The mode is "auto",
// "always" or "never"; lookup reads the environment. In "auto",
// CLICOLOR_FORCE turns colour on, and NO_COLOR, TERM=dumb or a stream that is
// no terminal turn it off; NO_COLOR wins, since it states a need.
func UseColor(mode string, lookup func(string) string, terminal bool) bool {
	switch {
	case mode == "always":
		return true
	case mode == "never", lookup("NO_COLOR") != "":
		return false
	case isForced(lookup("CLICOLOR_FORCE")):
		return true
	}
	return terminal && lookup("TERM") != "dumb"
}

// isForced follows the convention of CLICOLOR_FORCE: anything but "" and "0".
func isForced(v string) bool { return v != "" && v != "0" }
