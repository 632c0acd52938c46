package rules

// What a pack may hold at most. The bounds keep the time and the memory that reading,
// checking and compiling take within what a few seconds allow, whatever a stranger's pack
// says; they lie far above what people write.
const (
	// MaxFiles is how many files are read, and how many may lie in one folder.
	MaxFiles = 2000
	// MaxBytes is how long all files may be together.
	MaxBytes = 16 << 20
	// MaxValues is how many values all files may hold, a map or list counting as one.
	MaxValues = 300_000

	// MaxConditionParts is how many parts a condition may have, itself among them, and
	// MaxConditionDepth how deep they may nest.
	MaxConditionParts = 500
	MaxConditionDepth = 64
	// MaxThresholds is how many different numbers all conditions together may compare
	// one fact with, and MaxValuesOfFact how many values a fact of words may have: the
	// values and the stretches between numbers are bits of one word, beside two for "not
	// known" and "does not apply".
	MaxThresholds   = 30
	MaxValuesOfFact = 62
	// MaxMembers is how many values a set fact may have.
	MaxMembers = 20

	// MaxActs and MaxPartKinds are bits of one word too.
	MaxActs      = 64
	MaxPartKinds = 64
	// MaxForms bounds the forms of all options, of which every two are compared.
	MaxForms = 300
	// MaxArguments bounds arguments, which have a number for each form, and moderators.
	MaxArguments = 20_000
	// MaxDimensions and MaxPriorities bound what every reason is held against, and
	// MaxComponents the parts of a release.
	MaxDimensions = 500
	MaxPriorities = 500
	MaxComponents = 200
	// MaxRules bounds the rules of any other kind.
	MaxRules = 5000
	// MaxDeeds bounds what all forms do, each deed with each kind of part, times the bars.
	MaxDeeds = 10_000_000
)
