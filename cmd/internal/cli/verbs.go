package cli

// allVerbs gives the verbs in the order in which people need them.
func allVerbs() []verb {
	return []verb{
		askVerb(), decideVerb(), reportVerb(), whyVerb(), whatifVerb(), sensitivityVerb(), explainVerb(), casesVerb(), initVerb(),
		batchVerb(), checkVerb(), compareVerb(), migrateVerb(), schemaVerb(), versionVerb(), completionVerb(), helpVerb(),
	}
}
