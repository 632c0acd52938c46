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
//	parts:
//	  - {id: falcon/runtime, like: inference_code, facts: {upstream_terms: strong_copyleft}}
//	limits:
//	  - {exclude: [open_model], because: "the board said no"}
//
// Parts are what the owner wants told apart in the release table; what is answered for a
// part is read by the law, the terms and the advice on that part alone.
//
// In place of ratings under priorities, weights may be worked out from a
// ranking, points, pairs or best_worst (see package elicit for what they mean):
//
//	ranking: [predictable_revenue, [adoption_reach, data_privacy]]   # those in brackets tie
//	points: {predictable_revenue: 60, adoption_reach: 40}            # 100 in all
//	pairs:
//	  - {more: predictable_revenue, less: adoption_reach, times: 3}
//	best_worst:
//	  best: predictable_revenue
//	  worst: low_overhead
//	  best_over: {adoption_reach: 2, low_overhead: 8}
//	  over_worst: {adoption_reach: 4}
//
// Pairs and best_worst that do not weigh all chosen priorities yet stand below
// the key unfinished, beside the priorities, and so do the names of those that
// were chosen and not rated. This counts for nothing.
//
// Such weights mean something only among themselves, so weaker layers add none.
//
// A fact that can have several values at once takes a list, those and no others; a
// value, that one alone; or a map, each by itself and the rest not known:
//
//	training_data_sensitivity: [personal, health]
//	upstream_terms: {strong_copyleft: yes, proprietary: no}
//
// An answer that is absent was not given; unknown and na are answers. Most
// callers need [Load], or [Preset] for one of the typical situations that come
// with the program.
//
// Answers come in layers: presets and files that the file extends, the file,
// the environment, single assignments. A later layer replaces an answer whole, with
// its note; a part of the same id adds to the answers of the earlier one. Each layer is checked by itself, with the place of each mistake,
// before they are merged.
//
// [Write] writes a profile whole; [Edit] changes single answers in a file and
// keeps its comments, [Update] and [Save] bring it to the disk whole or not at
// all. [Compare] lists what two profiles answer differently, [Migrate] brings
// older files up to date, and [Schema] lets an editor complete and explain all
// of it. Package lock keeps a verdict beside a profile, package disk writes files.
//
// The package scores nothing, reads no environment by itself and asks nobody.
// Only [Load], [Save] and [Update] touch files.
package profiles
