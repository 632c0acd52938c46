// Package monotone reads out of a pack what must hold of every verdict that the
// pack gives: which answers speak for one side alone ([ListChanges]), and whether
// a wider form secures no less of what speaks for openness, and no more of what
// speaks for closure, than a narrower one ([ListDisorder]).
//
// It looks through all situations that the conditions of a rule can tell apart,
// so it needs no profile. It is for tests and for the table of validity; no engine
// imports it.
package monotone
