package settings

import "golang.org/x/sys/windows"

// systemLocale gives the language of the operating system, "" if it cannot be told.
func systemLocale() string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(names) == 0 {
		return ""
	}
	return names[0]
}
