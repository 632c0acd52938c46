package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Conditions that a check can fail on, in the order in which they are told.
const (
	changed    = "changed"
	undecided  = "undecided"
	incomplete = "incomplete"
	stale      = "stale"
	blocked    = "blocked"
)

var conditions = []string{changed, undecided, incomplete, stale, blocked}

// checkFlags are the flags of check.
type checkFlags struct {
	lock, failOn, now string
	update            bool
}

func (a *app) checkCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:               "check FILE [--lock FILE] [--update] [--fail-on LIST] [--now DATE]",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: a.completeProfile,
	}
	var f checkFlags
	cmd.Flags().StringVar(&f.lock, "lock", "", "")
	cmd.Flags().BoolVar(&f.update, "update", false, "")
	cmd.Flags().StringVar(&f.failOn, "fail-on", changed+","+blocked, "")
	cmd.Flags().StringVar(&f.now, "now", "", "")
	must(cmd.RegisterFlagCompletionFunc("fail-on", completeList(conditions)))
	must(cmd.RegisterFlagCompletionFunc("now", cobra.NoFileCompletions))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name, err := one(cmd, args)
		if err != nil {
			return err
		}
		return a.check(cmd, name, f)
	}
	return cmd
}

// check compares the verdict on a profile with its lock.
func (a *app) check(cmd *cobra.Command, name string, f checkFlags) error {
	c, err := a.prepare(cmd, name, f)
	if err != nil {
		return err
	}
	doc := document{verb: cmd.Name(), formats: formatsOf(cmd.Name()), write: c.write}
	// A mistake in -o is told before anything is written.
	if _, err := a.targets(doc); err != nil {
		return err
	}
	eng, err := engine.New(a.pack)
	if err != nil {
		return err
	}
	if err := c.judge(cmd.Context(), eng); err != nil {
		return err
	}
	if f.update {
		if err := c.save(a.path(c.lockPath)); err != nil {
			return err
		}
		c.updated = true
	}
	if err := a.emit(doc); err != nil {
		return err
	}
	a.log.Info().Str("lock", c.lockPath).Strs("failed", c.failed()).Msg("checked")
	return c.gate()
}

// checking is one check.
type checking struct {
	name, lockPath string
	version        string // of the program
	command        string // that accepts the verdict
	failOn         []string
	today          func() string
	profile        engine.Profile
	places         map[string]diag.Pos

	old     []byte // the lock as it was; nil if there is none
	lock    *lock.Lock
	rec     *engine.Recommendation
	change  *change // nil without a lock
	updated bool
}

// prepare reads the flags, the profile and the lock.
func (a *app) prepare(cmd *cobra.Command, name string, f checkFlags) (*checking, error) {
	c := &checking{name: name, lockPath: f.lock, version: a.Version, places: map[string]diag.Pos{}}
	var list diag.List
	c.failOn = failOn(f.failOn, &list)
	c.today = func() string { return f.now }
	if f.now == "" && !cmd.Flags().Changed("now") {
		c.today = func() string { return a.Now().Format(time.DateOnly) }
	} else if _, err := time.Parse(time.DateOnly, f.now); err != nil {
		list.Add(diag.InvalidDay(diag.Pos{}, f.now))
	}
	switch {
	case f.lock != "":
	case cmd.Flags().Changed("lock"):
		list.Add(diag.MissingFlagValue(diag.Pos{}, "--lock"))
	case isFile(name):
		c.lockPath = lock.Path(name)
	default:
		list.Add(diag.UnknownLockPath(diag.Pos{}, name))
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	c.command = "ajar check " + shellWord(name) + " --update"
	if f.lock != "" {
		c.command += " --lock " + shellWord(f.lock)
	}
	// The lock is read first and its fate told last: whoever writes it from now
	// on is noticed, and a profile that is not there is the greater trouble.
	var unread, err error
	c.old, unread = a.readFile(c.lockPath)
	if c.profile, err = a.profile(name, nil, profiles.WithPlaces(c.places)); err != nil {
		return nil, err
	}
	if a.isInput(c.lockPath) {
		return nil, diag.InputOverwritten(diag.Pos{}, c.lockPath)
	}
	a.inputs = append(a.inputs, c.lockPath)
	if errors.Is(unread, fs.ErrNotExist) {
		return c, nil
	} else if unread != nil {
		return nil, unread
	}
	c.lock, err = lock.Parse(c.lockPath, c.old)
	switch {
	case err == nil || !f.update:
		return c, err
	case !lock.Like(c.old):
		return nil, diag.OtherFileOverwritten(diag.Pos{}, c.lockPath)
	}
	return c, nil // a lock that nobody can read, after a merge for instance, is replaced
}

// failOn reads the conditions of --fail-on; none at all is a way to look only.
func failOn(text string, list *diag.List) (out []string) {
	for word := range strings.SplitSeq(text, ",") {
		word = strings.TrimSpace(word)
		if word != "" && !slices.Contains(conditions, word) {
			list.Add(diag.UnknownFlagValue(diag.Pos{}, word, "--fail-on").OneOf(word, conditions))
		}
		out = append(out, word)
	}
	return out
}

// judge works out the verdict and what changed since the lock.
func (c *checking) judge(ctx context.Context, eng *engine.Engine) (err error) {
	if c.rec, err = eng.Analyse(ctx, c.profile); err != nil || c.lock == nil {
		return err
	}
	found, err := lock.Explain(ctx, eng, c.lock, c.rec)
	if err != nil {
		return err
	}
	c.change = &change{pack: c.rec.Pack, Change: found, places: c.places, file: plain.Clean(c.name)}
	c.change.moved, err = lock.Movers(ctx, eng, found)
	return err
}

// save writes the lock, unless someone else did so meanwhile.
func (c *checking) save(path string) error {
	text := lock.Of(c.rec).Marshal()
	return profiles.Update(path, func(now []byte) ([]byte, error) {
		if !bytes.Equal(now, c.old) && !bytes.Equal(now, text) {
			return nil, &profiles.WriteError{Name: c.lockPath, Err: profiles.ErrChanged}
		}
		return text, nil
	})
}

// met reports whether a condition holds, whether or not the check fails on it.
func (c *checking) met(condition string) bool {
	switch condition {
	case changed:
		return c.change == nil || c.change.Verdict
	case undecided:
		s := c.rec.Sensitivity
		return c.rec.Option == "" || s != nil && s.Settled.Stance == engine.Close
	case incomplete:
		return len(c.rec.Unknown) > 0
	case stale:
		return c.profile.ReviewBy != "" && c.today() >= c.profile.ReviewBy
	}
	return c.rec.Stance == engine.None
}

// failed lists the conditions that the check fails on. An update accepts the
// change, and nothing else.
func (c *checking) failed() (out []string) {
	for _, condition := range conditions {
		accepted := condition == changed && c.updated
		if slices.Contains(c.failOn, condition) && c.met(condition) && !accepted {
			out = append(out, condition)
		}
	}
	return out
}

// gate says why the check failed.
func (c *checking) gate() error {
	failed := c.failed()
	if c.change == nil && !c.updated {
		return diag.MissingLock(diag.Pos{}, c.lockPath, c.command)
	}
	if len(failed) == 0 {
		return nil
	}
	return diag.CheckFailed(diag.Pos{}, strings.Join(failed, ", "))
}

// shellWord writes a file name as a shell takes it.
func shellWord(name string) string {
	plain := func(r rune) bool {
		return r == '.' || r == '/' || r == '-' || r == '_' || r == '@' || r == ':' || r == '+' ||
			'0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r > 127
	}
	if name != "" && strings.IndexFunc(name, func(r rune) bool { return !plain(r) }) < 0 {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}
