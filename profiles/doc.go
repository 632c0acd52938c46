// Package profiles reads and writes what an owner wants and where they stand.
//
// A profile file is YAML, TOML or JSON:
//
//	ajar: 1
//	name: falcon-7b
//	extends: [preset:model_startup]
//	priorities:
//	  predictable_revenue: 8
//	  misuse_resistance: {weight: 10, note: "board decision 12", by: mei}
//	facts:
//	  kind: model
//	  misuse_severity: unknown
//	limits:
//	  - {exclude: [open_model], because: "the board said no"}
//
// An answer that is absent was not given; unknown and na are answers. Most
// callers need [Load], or [Preset] for one of the typical situations that come
// with the program.
//
// Answers come in layers: presets that the file extends, the file, the
// environment, single assignments. A later layer replaces an answer whole, with
// its note. Each layer is checked by itself, with the place of each mistake,
// before viper merges them: viper would lower-case a misspelt id, drop a null
// and let a duplicate key pass.
//
// The package scores nothing, reads no environment by itself and asks nobody.
package profiles
