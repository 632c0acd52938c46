package report

// The ids of warnings, and what each is about.
const (
	warnExclusion    = "exclusion"        // answers exclude each other
	warnComparisons  = "comparisons"      // comparisons contradict one another
	warnUnfinished   = "unfinished"       // chosen priorities wait for comparisons or ratings
	warnRulesChanged = "rules_changed"    // the profile names other rules
	warnOnePriority  = "one_priority"     // a single weight has no effect
	warnFactsAlone   = "facts_alone"      // no weight has an effect
	warnBarOpen      = "veto_open"        // the advice may be ruled out yet; the id is from the first version
	warnToldOnly     = "told_only"        // a rule that holds back nothing that is done already
	warnPrecaution   = "precaution"       // what is not known counts as true
	warnMixed        = "mixed_not_judged" // no mixed option can be judged yet
	warnInactive     = "inactive"         // answers that do not apply
)

// WarningIDs lists the ids that a [Warning] can have, in the order in which
// they are written.
func WarningIDs() []string {
	return []string{
		warnExclusion, warnComparisons, warnUnfinished, warnRulesChanged, warnOnePriority, warnFactsAlone,
		warnBarOpen, warnToldOnly, warnPrecaution, warnMixed, warnInactive,
	}
}
