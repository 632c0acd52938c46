//go:build unlisted && !bare

package profiles

// The lists are read from the files for the program that writes them.
var presetInfos, caseInfos = readPresetInfos(), readCaseInfos()
