package cli

import (
	"errors"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/gate"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/diag"
)

// checkFlags are the flags of check.
type checkFlags struct {
	lock, failOn, now string
	update            bool
	allowUndecided    bool
	allowEnv          bool
	allowOutside      bool
}

func checkVerb() verb {
	return verb{
		name: "check", args: "FILE [--lock FILE] [--update [--allow-undecided]] [--fail-on LIST] [--now DATE] [--allow-env] [--allow-outside]", short: texts.ShortCheck, formats: gate.Writers.Formats(),
		flags: []flagHelp{
			{"lock", "FILE", texts.FlagLock}, {"update", "", texts.FlagUpdate}, {"allow-undecided", "", texts.FlagAllowUndecided},
			{"fail-on", "LIST", texts.FlagFailOn}, {"now", "DATE", texts.FlagNow},
			{"allow-env", "", texts.FlagAllowEnv}, {"allow-outside", "", texts.FlagAllowOutside},
		},
		build: buildCheck,
	}
}

func buildCheck(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = a.completeProfile
	var f checkFlags
	cmd.Flags().StringVar(&f.lock, "lock", "", "")
	cmd.Flags().BoolVar(&f.update, "update", false, "")
	cmd.Flags().BoolVar(&f.allowUndecided, "allow-undecided", false, "")
	cmd.Flags().BoolVar(&f.allowEnv, "allow-env", false, "")
	cmd.Flags().BoolVar(&f.allowOutside, "allow-outside", false, "")
	cmd.Flags().StringVar(&f.failOn, "fail-on", strings.Join(gate.DefaultConditions(), ","), "")
	cmd.Flags().StringVar(&f.now, "now", "", "")
	mustRegister(cmd.RegisterFlagCompletionFunc("fail-on", completeList(gate.Conditions())))
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
	in, err := a.prepareCheck(cmd, name, f)
	if err != nil {
		return err
	}
	// A mistake in -o is told before anything is written.
	if err := a.out.Check(gate.Writers.Document(cmd.Name(), nil)); err != nil {
		return err
	}
	eng, err := makeEngine()
	if err != nil {
		return err
	}
	c, err := gate.Run(cmd.Context(), eng, *in)
	if err != nil {
		return err
	}
	if f.update {
		if err := c.SaveLock(a.files.Resolve(in.LockPath)); err != nil {
			return err
		}
	}
	if err := a.out.Write(gate.Writers.Document(cmd.Name(), c)); err != nil {
		return err
	}
	a.log.Info().Str("lock", in.LockPath).Strs("failed", c.ListFailed()).Msg("checked")
	return c.NewError()
}

// prepareCheck reads the flags, the profile and the lock.
func (a *app) prepareCheck(cmd *cobra.Command, name string, f checkFlags) (*gate.Input, error) {
	c := &gate.Input{Name: name, Pack: a.pack, LockPath: f.lock, Version: a.Version, AllowUndecided: f.allowUndecided, Positions: map[string]diag.Pos{}}
	var list diag.List
	if isFile(name) {
		c.File = filepath.Base(name)
	}
	c.FailOn = gate.ParseFailOn(f.failOn, &list)
	c.Today = func() string { return f.now }
	if f.now == "" && !cmd.Flags().Changed("now") {
		c.Today = func() string { return a.Now().Format(time.DateOnly) }
	} else if _, err := time.Parse(time.DateOnly, f.now); err != nil {
		list.Add(diag.InvalidDay(diag.Pos{}, f.now))
	}
	switch {
	case f.lock != "":
	case cmd.Flags().Changed("lock"):
		list.Add(diag.MissingFlagValue(diag.Pos{}, "--lock"))
	case isFile(name):
		c.LockPath = lock.Path(name)
	default:
		list.Add(diag.UnknownLockPath(diag.Pos{}, name))
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	c.AcceptCommand = "ajar check " + quoteForShell(name) + " --update"
	if f.lock != "" {
		c.AcceptCommand += " --lock " + quoteForShell(f.lock)
	}
	// The lock is read first and its fate told last: whoever writes it from now
	// on is noticed, and a profile that is not there is the greater trouble.
	var unread, err error
	c.OldLockText, unread = a.files.ReadRegular(c.LockPath)
	env := a.Env
	if !f.allowEnv {
		env = refuseEnvAnswers(a)
	}
	opts := []profiles.LoadOption{profiles.WithPositions(c.Positions)}
	if !f.allowOutside && isFile(name) { // nothing else lies in a repository
		opts = append(opts, profiles.WithOpen(a.files.OpenInside(name)))
	}
	if c.Profile, err = loadProfileIn(a, env, name, nil, opts...); err != nil {
		return nil, err
	}
	if a.files.WasRead(c.LockPath) {
		return nil, diag.InputOverwritten(diag.Pos{}, c.LockPath)
	}
	a.files.MarkRead(c.LockPath)
	if errors.Is(unread, fs.ErrNotExist) {
		return c, nil
	} else if unread != nil {
		return nil, unread
	}
	c.Lock, err = lock.Parse(c.LockPath, c.OldLockText)
	switch {
	case err == nil:
		return c, c.CheckOwner(f.update, a.files.IsAnother)
	case !f.update:
		return nil, err
	case !lock.IsLockFile(c.OldLockText):
		return nil, diag.OtherFileOverwritten(diag.Pos{}, c.LockPath)
	}
	return c, nil // a lock that nobody can read, after a merge for instance, is replaced
}

// refuseEnvAnswers gives the environment without the answers in it, and tells those: a
// check is about the profile that was committed.
func refuseEnvAnswers(a *app) settings.Env {
	var left settings.Env
	for _, variable := range a.Env {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, profiles.EnvPrefix) {
			a.writeWarning(diag.IgnoredEnvAnswer(diag.Pos{}, name))
			continue
		}
		left = append(left, variable)
	}
	return left
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
