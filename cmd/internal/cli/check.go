package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Conditions that a check can fail on, in the order in which they are told.
const (
	gateChanged    = "changed"
	gateUndecided  = "undecided"
	gateIncomplete = "incomplete"
	gateStale      = "stale"
	gateBlocked    = "blocked"
)

var gateConditions = []string{gateChanged, gateUndecided, gateIncomplete, gateStale, gateBlocked}

// checkFlags are the flags of check.
type checkFlags struct {
	lock, failOn, now string
	update            bool
}

func checkVerb() verb {
	return verb{
		name: "check", args: "FILE [--lock FILE] [--update] [--fail-on LIST] [--now DATE]", short: texts.ShortCheck, formats: checkWriters.Formats(),
		flags: []flagHelp{
			{"lock", "FILE", texts.FlagLock}, {"update", "", texts.FlagUpdate}, {"fail-on", "LIST", texts.FlagFailOn}, {"now", "DATE", texts.FlagNow},
		},
		build: (*app).buildCheck,
	}
}

func (a *app) buildCheck(cmd *cobra.Command) {
	cmd.ValidArgsFunction = a.completeProfile
	var f checkFlags
	cmd.Flags().StringVar(&f.lock, "lock", "", "")
	cmd.Flags().BoolVar(&f.update, "update", false, "")
	cmd.Flags().StringVar(&f.failOn, "fail-on", gateChanged+","+gateBlocked, "")
	cmd.Flags().StringVar(&f.now, "now", "", "")
	mustRegister(cmd.RegisterFlagCompletionFunc("fail-on", completeList(gateConditions)))
	mustRegister(cmd.RegisterFlagCompletionFunc("now", cobra.NoFileCompletions))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		return a.runCheck(cmd, name, f)
	}
}

// runCheck compares the verdict on a profile with its lock.
func (a *app) runCheck(cmd *cobra.Command, name string, f checkFlags) error {
	c, err := a.prepareCheck(cmd, name, f)
	if err != nil {
		return err
	}
	doc := checkWriters.Document(cmd.Name(), c)
	// A mistake in -o is told before anything is written.
	if err := a.out.Check(doc); err != nil {
		return err
	}
	eng, err := engine.New(a.pack)
	if err != nil {
		return err
	}
	if err := c.compareWithLock(cmd.Context(), eng); err != nil {
		return err
	}
	if f.update {
		if err := c.saveLock(a.files.Resolve(c.lockPath)); err != nil {
			return err
		}
		c.updated = true
	}
	if err := a.out.Write(doc); err != nil {
		return err
	}
	a.log.Info().Str("lock", c.lockPath).Strs("failed", c.listFailedConditions()).Msg("checked")
	return c.newGateError()
}

// lockCheck is one check.
type lockCheck struct {
	name, lockPath string
	version        string // of the program
	acceptCommand  string // that accepts the verdict
	failOn         []string
	today          func() string
	profile        engine.Profile
	positions      map[string]diag.Pos

	oldLockText []byte // the lock as it was; nil if there is none
	lock        *lock.Lock
	pack        *rules.Pack
	rec         *engine.Recommendation
	change      *verdictChange // nil without a lock
	updated     bool
}

// prepareCheck reads the flags, the profile and the lock.
func (a *app) prepareCheck(cmd *cobra.Command, name string, f checkFlags) (*lockCheck, error) {
	c := &lockCheck{name: name, pack: a.pack, lockPath: f.lock, version: a.Version, positions: map[string]diag.Pos{}}
	var list diag.List
	c.failOn = parseFailOn(f.failOn, &list)
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
	c.acceptCommand = "ajar check " + quoteForShell(name) + " --update"
	if f.lock != "" {
		c.acceptCommand += " --lock " + quoteForShell(f.lock)
	}
	// The lock is read first and its fate told last: whoever writes it from now
	// on is noticed, and a profile that is not there is the greater trouble.
	var unread, err error
	c.oldLockText, unread = a.files.Read(c.lockPath)
	if c.profile, err = a.loadProfile(name, nil, profiles.WithPositions(c.positions)); err != nil {
		return nil, err
	}
	if a.files.WasRead(c.lockPath) {
		return nil, diag.InputOverwritten(diag.Pos{}, c.lockPath)
	}
	a.files.MarkRead(c.lockPath)
	if errors.Is(unread, fs.ErrNotExist) {
		return c, nil
	} else if unread != nil {
		return nil, unread
	}
	c.lock, err = lock.Parse(c.lockPath, c.oldLockText)
	switch {
	case err == nil || !f.update:
		return c, err
	case !lock.IsLockFile(c.oldLockText):
		return nil, diag.OtherFileOverwritten(diag.Pos{}, c.lockPath)
	}
	return c, nil // a lock that nobody can read, after a merge for instance, is replaced
}

// parseFailOn reads the conditions of --fail-on; none at all is a way to look only.
func parseFailOn(text string, list *diag.List) (out []string) {
	for word := range strings.SplitSeq(text, ",") {
		word = strings.TrimSpace(word)
		if word != "" && !slices.Contains(gateConditions, word) {
			list.Add(diag.UnknownFlagValue(diag.Pos{}, word, "--fail-on").OneOf(word, gateConditions))
		}
		out = append(out, word)
	}
	return out
}

// compareWithLock works out the verdict and what changed since the lock.
func (c *lockCheck) compareWithLock(ctx context.Context, eng *engine.Engine) (err error) {
	if c.rec, err = eng.Analyse(ctx, c.profile); err != nil || c.lock == nil {
		return err
	}
	found, err := lock.Explain(ctx, eng, c.lock, c.rec)
	if err != nil {
		return err
	}
	c.change = &verdictChange{pack: c.pack, LockChange: found, positions: c.positions, file: plain.Clean(c.name)}
	c.change.movers, err = lock.FindMovers(ctx, eng, found)
	return err
}

// saveLock writes the lock, unless someone else did so meanwhile.
func (c *lockCheck) saveLock(path string) error {
	text := lock.FromRecommendation(c.rec).Marshal()
	return profiles.Update(path, func(now []byte) ([]byte, error) {
		if !bytes.Equal(now, c.oldLockText) && !bytes.Equal(now, text) {
			return nil, &profiles.WriteError{Name: c.lockPath, Err: profiles.ErrChanged}
		}
		return text, nil
	})
}

// isMet reports whether a condition holds, whether or not the check fails on it.
func (c *lockCheck) isMet(condition string) bool {
	switch condition {
	case gateChanged:
		return c.change == nil || c.change.VerdictMoved
	case gateUndecided:
		s := c.rec.Sensitivity
		return c.rec.Option == "" || s != nil && s.Robustness.Stance == engine.Close
	case gateIncomplete:
		return len(c.rec.Unknown) > 0
	case gateStale:
		return c.profile.ReviewBy != "" && c.today() >= c.profile.ReviewBy
	}
	return c.rec.Stance == engine.None
}

// listFailedConditions lists the conditions that the check fails on. An update accepts the
// change, and nothing else.
func (c *lockCheck) listFailedConditions() (out []string) {
	for _, condition := range gateConditions {
		accepted := condition == gateChanged && c.updated
		if slices.Contains(c.failOn, condition) && c.isMet(condition) && !accepted {
			out = append(out, condition)
		}
	}
	return out
}

// newGateError says why the check failed.
func (c *lockCheck) newGateError() error {
	failed := c.listFailedConditions()
	if c.change == nil && !c.updated {
		return diag.MissingLock(diag.Pos{}, c.lockPath, c.acceptCommand)
	}
	if len(failed) == 0 {
		return nil
	}
	return diag.CheckFailed(diag.Pos{}, strings.Join(failed, ", "))
}

// bareShellWord matches what a shell takes as it is.
var bareShellWord = regexp.MustCompile(`^[\w./@:+\x{80}-\x{10FFFF}-]+$`)

// quoteForShell writes a file name as a shell takes it. The library shellescape
// would quote every name that is not ASCII, so most names in Chinese.
func quoteForShell(name string) string {
	if bareShellWord.MatchString(name) {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}
