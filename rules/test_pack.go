package rules

import "io/fs"

// TestPack runs the tests of a pack: the files that end in _test.yaml, wherever
// they stand in it.
//
//	does: required
//	tests:
//	  - rule: s1_product_is_income
//	    fires:   {artefact_is_product: true, must_recoup: true}
//	    not:     {must_recoup: false}
//	    unknown: [{}, {artefact_is_product: true}]
//	    does:    {dimension: revenue_model, pull: closed, strength: 1}
//
// A rule is any of [Pack.Rules], or "pack" for what belongs to no rule: constants, the
// order of facts and of other lists, how to ask, licences. "kind" says which rule is meant
// where several have that id (kind: option).
//
// Under "fires", "not" and "unknown" stand one or several sets of facts for which
// the condition is true, false and unknown; precaution applies, and facts are answered
// as in a profile. The condition is that of an argument, moderator, bar, duty, option or
// form (its "requires"), act, kind of part or component ("applies"), advice on one, choice
// of licence, compatibility, step, counsel or exclusion; what advice is meant for besides
// stands under "does". A bar with escapes also shows under "escapes" a set of facts for
// which it is in force and something lifts it or can be done about it. Every rule with a
// condition owes each of these, "unknown" only if missing answers can leave it open.
//
// "condition" names one that stands inside a rule, to which the cases of the entry belong:
// asked_if or follows.1 of a fact, raises.ARGUMENT or acts_if.1 of a form, escapes.ID or
// concerns of a bar, quick.FACT of the pack.
//
// "does" says what the rule does, by the keys of the rule: the side and strength of an
// argument, the acts that a bar forbids, the parts that a form gives and keeps. What
// stands under a key is all of it; other keys may be left to other entries. Prose, sources
// and conditions are no part of it, a number with its reason is the number, and rules
// inside a rule are listed by their ids, in their order.
//
// "does: required" in any of the files makes two things owed as well: of every rule what
// it does, all keys, and of every condition inside a rule its cases. Packs whose tests
// were written before there was "does" do not ask for it and owe nothing new. What to
// write is in the message.
//
// The error is that of [Load], or a [diag.List] of the tests that fail (AJ120)
// or are missing (AJ121), with places. The bounds of [Load] on files hold for test files
// by themselves.
func TestPack(files fs.FS) (Tested, error) {
	p, err := Load(files)
	if err != nil {
		return Tested{}, err
	}
	return runPackTests(p, readPackTests(files))
}
