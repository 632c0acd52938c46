// Package engine recommends whether to release software or an AI model open,
// mixed or closed, and says why on each dimension of a rule pack.
//
// Make an [Engine] from a pack with [New] and ask it with [Engine.Recommend].
// An engine is immutable and safe for concurrent use; it reads no file, no
// clock and no environment, and the same pack and profile give the same
// result, bit for bit, on every platform. The result is structure: ids,
// numbers and facts. Package engine/report makes sentences of it.
//
// The method is a weighted additive value model with two kinds of argument.
// Priority-driven arguments count as much as the owner's weights say;
// situation-driven ones count because of facts. The two are normalised apart,
// so that raising a priority never moves the score against its pull. Unknown
// facts make intervals, never zeros. METHOD.md beside this file has all symbols
// and equations, the function that computes each, and the rule on floating point.
package engine
