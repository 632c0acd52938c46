// Package settings gathers how ajar is to behave: flags first, then AJAR_*
// variables of the environment, then what suits the surroundings. It decides
// nothing about a release.
package settings

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Settings is how ajar behaves in one run.
type Settings struct {
	Language   Language
	Color      string // auto, always or never
	Accessible bool
	Format     string // text, json or md
	// FormatSet: the flag named the format, so that not using it is a mistake.
	FormatSet bool
	Outputs   []string // as given with -o
	Width     int      // 0: as the stream suggests
	Quiet     bool
	Verbose   bool
	NoInput   bool   // never ask
	Log       string // level of the log, "" for none
}

// Values of settings that allow few.
var (
	Colors    = []string{"auto", "always", "never"}
	LogLevels = []string{"debug", "info", "warn", "error"}
)

// AddFlags adds the flags that every verb has.
func AddFlags(f *pflag.FlagSet) {
	f.String("lang", "", "")
	f.String("color", "auto", "")
	f.Bool("accessible", false, "")
	f.String("format", "text", "")
	f.StringArrayP("output", "o", nil, "")
	f.String("width", "", "")
	f.BoolP("quiet", "q", false, "")
	f.Bool("no-input", false, "")
	f.BoolP("verbose", "v", false, "")
	f.BoolP("help", "h", false, "")
}

// envKeys maps variables of the environment to settings.
var envKeys = map[string]string{
	"AJAR_COLOR": "color", "AJAR_FORMAT": "format", "AJAR_WIDTH": "width", "AJAR_QUIET": "quiet",
	"AJAR_NO_INPUT": "no-input", "AJAR_ACCESSIBLE": "accessible", "AJAR_LOG": "log",
}

// Load reads the settings of a verb: formats are all that there are, helpful
// those that the verb writes, to name them where the format is none at all. All
// mistakes come at once as a [diag.List].
func Load(flags *pflag.FlagSet, env Env, formats, helpful []string) (Settings, error) {
	var list diag.List
	v := viper.New()
	from := map[string]string{}
	layer := map[string]any{}
	if isSwitchedOn(env.Get("ACCESSIBLE")) {
		layer["accessible"] = "true"
	}
	for name, key := range envKeys {
		if value := env.Get(name); value != "" {
			layer[key], from[key] = value, name
		}
	}
	if err := v.MergeConfigMap(layer); err != nil {
		return Settings{}, err
	}
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Changed {
			from[f.Name] = "--" + f.Name
			v.Set(f.Name, f.Value.String())
		}
		v.SetDefault(f.Name, f.DefValue)
	})
	r := valueReader{v: v, from: from, list: &list}
	s := Settings{
		Color: r.readChoice("color", Colors, Colors), Format: r.readChoice("format", formats, helpful), FormatSet: flags.Changed("format"),
		Width: r.readWidth(), Log: r.readChoice("log", LogLevels, LogLevels),
		Accessible: isSwitchedOn(v.GetString("accessible")), Quiet: isSwitchedOn(v.GetString("quiet")), Verbose: isSwitchedOn(v.GetString("verbose")),
		NoInput: isSwitchedOn(v.GetString("no-input")),
	}
	s.Outputs = readOutputs(flags)
	if s.Verbose && s.Log == "" {
		s.Log = "info"
	}
	var err error
	if s.Language, err = ChooseLanguage(v.GetString("lang"), env); err != nil {
		more, _ := diag.From(err)
		list.Add(more...)
	}
	return s, list.Err()
}

// readOutputs gives the values of -o. GetStringArray would lose an empty one.
func readOutputs(flags *pflag.FlagSet) []string {
	if list, ok := flags.Lookup("output").Value.(pflag.SliceValue); ok && flags.Changed("output") {
		return list.GetSlice()
	}
	return nil
}

// valueReader takes values out of viper and checks them.
type valueReader struct {
	v    *viper.Viper
	from map[string]string // where a value was given: a flag or a variable
	list *diag.List
}

// readChoice reads one of a few values; helpful are those to name in a mistake.
func (r valueReader) readChoice(key string, allowed, helpful []string) string {
	value := r.v.GetString(key)
	if value == "" && r.from[key] == "" || slices.Contains(allowed, value) {
		return value
	}
	r.list.Add(diag.UnknownFlagValue(diag.Pos{}, value, r.from[key]).OneOf(value, helpful))
	return ""
}

func (r valueReader) readWidth() int {
	value := r.v.GetString("width")
	if value == "" {
		return 0
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < term.MinWidth || n > term.MaxWidth {
		r.list.Add(diag.InvalidWidth(diag.Pos{}, value, r.from["width"], strconv.Itoa(term.MinWidth), strconv.Itoa(term.MaxWidth)))
		return 0
	}
	return n
}

// isSwitchedOn reads a switch of the environment: anything but "", "0" and "false".
func isSwitchedOn(v string) bool { return v != "" && v != "0" && !strings.EqualFold(v, "false") }
