package cli

import (
	"os"
	"os/signal"
	"slices"
	"syscall"
)

// endingSignals are those by which a person or the system ends a run: Ctrl-C, a closed
// terminal, a shutdown, and Ctrl-\, which would else print what only programmers can read.
var endingSignals = []os.Signal{os.Interrupt, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGQUIT}

// listEndingSignals leaves out what the caller has switched off, as nohup does.
func listEndingSignals() []os.Signal {
	return slices.DeleteFunc(slices.Clone(endingSignals), signal.Ignored)
}

// exitCodeFor gives the exit code that shells give a process which a signal ended.
func exitCodeFor(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return ExitInterrupted
}

// ExitOnSignal makes Ctrl-C and its like end the process with the exit code that shells
// give it. Nothing is lost: a result is written whole or not at all.
func ExitOnSignal() {
	signals := listEndingSignals()
	if len(signals) == 0 {
		return // Notify without signals would mean all
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, signals...)
	go func() { os.Exit(exitCodeFor(<-stop)) }()
}

// takeSignals gives what ends a run to a channel, and no longer the process. What it
// returns gives it back to the system.
func takeSignals(to chan<- os.Signal) (giveBack func()) {
	signals := listEndingSignals()
	signal.Reset(signals...)
	if len(signals) > 0 {
		signal.Notify(to, signals...)
	}
	return func() { signal.Reset(signals...) }
}
