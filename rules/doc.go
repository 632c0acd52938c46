// Package rules holds what ajar knows: the vocabulary of a rule pack, its
// conditions, and the loader that reads a pack from files.
//
// A [Pack] lists facts, priorities, dimensions with their arguments and
// moderators, release options, acts, bars and duties. All knowledge about openness stands
// in data; the Go code knows no fact and no number. [Core] gives the pack that
// comes with the program, [Load] reads one from a file system.
//
// [TestPack] runs the tests that stand beside the rules of a pack.
//
// The package does not score: weights and verdicts belong to package engine.
package rules
