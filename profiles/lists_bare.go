//go:build bare

package profiles

// The lists are empty for the program that writes the core pack, without which presets
// and cases cannot be read.
var (
	presetInfos []PresetInfo
	caseInfos   []CaseInfo
)
