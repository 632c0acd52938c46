package profiles

import (
	"io"

	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// LoadOption changes how a profile is read.
type LoadOption func(*config)

type config struct {
	pack        *rules.Pack
	environ     []string
	assignments []string
	warn        func(diag.Diagnostic)
	open        func(path string) (io.ReadCloser, error)

	positions map[string]diag.Pos
}

// WithPack reads against another pack than [rules.Core].
func WithPack(p *rules.Pack) LoadOption { return func(c *config) { c.pack = p } }

// WithAssignments adds a layer of assignments over the file: "ID=VALUE" with a weight,
// a value, several of a set as in "a,b" or as in a file, "unknown" or "na"; "ID=" takes
// an answer away. The last assignment to an id counts.
func WithAssignments(assignments ...string) LoadOption {
	return func(c *config) { c.assignments = append(c.assignments, assignments...) }
}

// EnvPrefix starts the names of the variables that answer a question.
const EnvPrefix = layer.EnvPrefix

// WithEnv adds a layer between the file and the assignments: of the given
// variables ("NAME=VALUE", as [os.Environ] lists them) those named AJAR_SET_
// and an id in capitals. It is meant for a command; the package never looks at
// the environment by itself.
func WithEnv(environ ...string) LoadOption {
	return func(c *config) { c.environ = append(c.environ, environ...) }
}

// WithWarn hears what is odd but no mistake, such as a file that was last
// decided with another version of the pack (AJ219).
func WithWarn(warn func(diag.Diagnostic)) LoadOption { return func(c *config) { c.warn = warn } }

// WithOpen lets a profile extend other files, which open opens by their path:
// the folder of the name that was given to [Read] joined with what the profile
// says. Without it Read refuses such a profile, so that a text from elsewhere
// cannot make a program read its files; [Load] opens them by [OpenRegular].
func WithOpen(open func(path string) (io.ReadCloser, error)) LoadOption {
	return func(c *config) { c.open = open }
}

// WithPositions notes where each answer stands in the profile or in a file that
// it extends, by the id of the fact or priority; "limits" and "weights_sure"
// are the ids of those, and comparisons that contradict one another have that of
// [elicit.Judgement]. An answer of the environment or of an assignment has the
// name of that as its file and no line; one of a preset has "preset:NAME" as
// its file. Earlier content of the map stays.
func WithPositions(at map[string]diag.Pos) LoadOption { return func(c *config) { c.positions = at } }

func newConfig(opts []LoadOption) *config {
	c := &config{warn: func(diag.Diagnostic) {}}
	for _, opt := range opts {
		if opt != nil {
			opt(c)
		}
	}
	if c.pack == nil {
		c.pack = rules.Core()
	}
	return c
}
