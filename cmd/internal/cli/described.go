package cli

// topicTexts say in a line what a verb does or a topic of help is about.
var topicTexts = map[string]func(texts) string{
	"ask":           texts.ShortAsk,
	"decide":        texts.ShortDecide,
	"whatif":        texts.ShortWhatif,
	"sensitivity":   texts.ShortSensitivity,
	"explain":       texts.ShortExplain,
	"cases":         texts.ShortCases,
	"init":          texts.ShortInit,
	"version":       texts.ShortVersion,
	"completion":    texts.ShortCompletion,
	"help":          texts.ShortHelp,
	"profile":       texts.ShortProfile,
	"method":        texts.ShortMethod,
	"exit-codes":    texts.ShortExitCodes,
	"environment":   texts.ShortEnvironment,
	"accessibility": texts.ShortAccessibility,
	"privacy":       texts.ShortPrivacy,
	"check":         texts.ShortCheck,
	"compare":       texts.ShortCompare,
	"migrate":       texts.ShortMigrate,
	"schema":        texts.ShortSchema,
	"ci":            texts.ShortCI,
}

// flagTexts say what a flag is for.
var flagTexts = map[string]func(texts) string{
	"lang":       texts.FlagLang,
	"color":      texts.FlagColor,
	"accessible": texts.FlagAccessible,
	"format":     texts.FlagFormat,
	"output":     texts.FlagOutput,
	"width":      texts.FlagWidth,
	"quiet":      texts.FlagQuiet,
	"no-input":   texts.FlagNoInput,
	"verbose":    texts.FlagVerbose,
	"help":       texts.FlagHelp,
	"version":    texts.FlagVersion,
	"set":        texts.FlagSet,
	"preset":     texts.FlagPreset,
	"profile":    texts.FlagProfile,
	"quick":      texts.FlagQuick,
	"full":       texts.FlagFull,
	"only":       texts.FlagOnly,
	"order":      texts.FlagOrder,
	"weights":    texts.FlagWeights,
	"list":       texts.FlagList,
	"like":       texts.FlagLike,
	"lock":       texts.FlagLock,
	"update":     texts.FlagUpdate,
	"fail-on":    texts.FlagFailOn,
	"now":        texts.FlagNow,
	"dry-run":    texts.FlagDryRun,
}

// summariseTopic says in a line what a verb does or a topic is about.
func summariseTopic(t texts, name string) string { return describeFrom(topicTexts, t, name) }

// describeFlag says what a flag is for.
func describeFlag(t texts, name string) string { return describeFrom(flagTexts, t, name) }

// describeFrom gives the text of a name. A test holds that none is missing; a
// name without a text stays without.
func describeFrom(table map[string]func(texts) string, t texts, name string) string {
	if say, ok := table[name]; ok {
		return say(t)
	}
	return ""
}
