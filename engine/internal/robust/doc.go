// Package robust says how settled a verdict is and what would change it: other facts,
// other weights, and how many weightings agree.
package robust
