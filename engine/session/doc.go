// Package session asks the questions of a rule pack, one at a time, without
// reading or printing anything: a terminal, a page or an agent drives it.
//
// [New] starts from a profile, which may be empty. [Session.Next] gives the
// question to ask; [Session.Answer], [Session.Unknown], [Session.NotApplicable]
// and [Session.Skip] record what was said, [Session.Back] and [Session.Edit]
// return to earlier questions. [Session.Profile] is the profile so far at any
// moment; a session holds answers only and derives all else from them, so the
// order in which they came makes no difference.
//
// A question is asked only if its guard holds. An answer whose guard has become
// false since is kept and never counted, and the [Change] that each answer
// returns names it.
//
// Priorities are asked in two steps: which of them matter, then how much each
// of these does, from 0 to 10. Chosen ones that were not rated all weigh 10, so
// they count alike. A [Method] other than ratings asks for their order, for points,
// or for comparisons instead, and [Session.Weighed] says what these come to; until
// they weigh all that were chosen, those keep the weights that they had.
//
// A session is for one person at a time and must not be used by several
// goroutines at once.
package session
