// Package adr writes decision records in the format MADR 4 and keeps what people wrote into
// them. A record is a Markdown file with front matter. What ajar writes stands between
// marks, which are comments and do not show:
//
//	<!-- ajar:begin outcome -->
//	## Decision Outcome
//	<!-- ajar:end outcome -->
//
// [Write] writes a new record, [Merge] puts its parts into one that is there, and
// [ReadResolution] reads back what people decided, which the front matter keeps.
//
// The package reads no file and no clock: a day stands in a record if people write it.
package adr
