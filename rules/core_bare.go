//go:build bare

package rules

// corePack is empty for the program that writes it.
var corePack Pack
