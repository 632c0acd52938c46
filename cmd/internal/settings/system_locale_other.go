//go:build !windows && !darwin

package settings

// systemLocale gives the language of the operating system: here the environment,
// which was asked already, says all.
func systemLocale() string { return "" }
