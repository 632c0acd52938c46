// Package batch decides many profiles in one run: one record in, one line out, in the
// order of the input.
//
// The input is cut into chunks of whole records, which all cores work on at once; the
// results are written in the order of the chunks. A fixed number of chunks is used again
// and again, so that the memory of a run does not grow with its input.
//
// A record of the usual shape is read in one pass. Anything else, mistakes too, goes to
// package profiles, so that the same record says the same here as in a file.
//
// The package knows no terminal and no signal: it reads, writes and counts.
package batch
