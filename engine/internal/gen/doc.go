// Package gen makes random rule packs and profiles for property tests. Packs
// pass [rules.Pack.Check] and use everything that the format offers: facts of
// all types with guards, nested conditions, moderators, captures with
// overrides, forms, acts, bars with escapes and precaution, duties.
package gen
