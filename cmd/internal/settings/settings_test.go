package settings_test

import (
	"testing"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/rules/diag"
)

func load(t *testing.T, env settings.Env, args ...string) (settings.Settings, error) {
	t.Helper()
	flags := pflag.NewFlagSet("ajar", pflag.ContinueOnError)
	settings.AddFlags(flags)
	require.NoError(t, flags.Parse(args))
	return settings.Load(flags, env, []string{"text", "json", "md"}, []string{"text", "json"})
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	s, err := load(t, nil)
	require.NoError(t, err)
	require.Equal(t, settings.Settings{Color: "auto", Format: "text", Language: s.Language, Outputs: s.Outputs}, s)
	require.Empty(t, s.Outputs)
}

func TestFlagsOverrideTheEnvironment(t *testing.T) {
	t.Parallel()
	env := settings.Env{"AJAR_COLOR=never", "AJAR_FORMAT=md", "AJAR_WIDTH=60", "AJAR_QUIET=1", "AJAR_LOG=warn", "AJAR_LANG=zh", "OTHER=x"}
	s, err := load(t, env)
	require.NoError(t, err)
	require.Equal(t, "never", s.Color)
	require.Equal(t, "md", s.Format)
	require.False(t, s.FormatSet)
	require.Equal(t, 60, s.Width)
	require.True(t, s.Quiet)
	require.Equal(t, "warn", s.Log)
	require.Equal(t, "zh", s.Language.Code)
	s, err = load(t, env, "--color=always", "--format", "json", "--width=90", "--quiet=false", "-v", "--lang=en", "-o", "a,b.md", "-o", "c.json")
	require.NoError(t, err)
	require.Equal(t, "always", s.Color)
	require.Equal(t, "json", s.Format)
	require.True(t, s.FormatSet)
	require.Equal(t, 90, s.Width)
	require.False(t, s.Quiet)
	require.Equal(t, "warn", s.Log, "-v does not make a chosen log quieter or louder")
	require.Equal(t, "en", s.Language.Code)
	require.Equal(t, []string{"a,b.md", "c.json"}, s.Outputs)
}

func TestEmptyOutputIsNotLost(t *testing.T) {
	t.Parallel()
	s, err := load(t, nil, "-o", "")
	require.NoError(t, err)
	require.Equal(t, []string{""}, s.Outputs)
}

func TestVerboseLogsAtInfo(t *testing.T) {
	t.Parallel()
	s, err := load(t, nil, "-v")
	require.NoError(t, err)
	require.Equal(t, "info", s.Log)
}

func TestAccessible(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]bool{
		"ACCESSIBLE=1": true, "ACCESSIBLE=0": false, "ACCESSIBLE=false": false, "ACCESSIBLE=": false, "AJAR_ACCESSIBLE=yes": true,
	} {
		s, err := load(t, settings.Env{env})
		require.NoError(t, err)
		require.Equal(t, want, s.Accessible, env)
	}
	s, err := load(t, settings.Env{"ACCESSIBLE=1", "AJAR_ACCESSIBLE=0"})
	require.NoError(t, err)
	require.False(t, s.Accessible, "the variable of ajar is nearer")
}

func TestMistakesComeTogetherAndNameTheirPlace(t *testing.T) {
	t.Parallel()
	_, err := load(t, settings.Env{"AJAR_COLOR=allways"}, "--width=abc", "--format=jsn", "--lang=xx")
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	require.Len(t, list, 4)
	require.ErrorContains(t, err, `"allways" is not a value of "AJAR_COLOR"; did you mean "always"?`)
	require.ErrorContains(t, err, `"abc" is not a value of "--width"; give a whole number from 20 to 1000`)
	require.ErrorContains(t, err, `"jsn" is not a value of "--format"; did you mean "json"?; allowed: text, json`+"\n")
	require.ErrorContains(t, err, `ajar does not speak "xx"`)
}

func TestWidthBounds(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{"0", "-1", "19", "1001", "8e1", "99999999999999999999"} {
		_, err := load(t, nil, "--width="+bad)
		require.ErrorContains(t, err, "AJ407", bad)
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, flag string
		env        settings.Env
		code, note string
		all        bool
	}{
		{name: "nothing", code: "en"},
		{name: "zh", flag: "zh", code: "zh"},
		{name: "region", flag: "zh-CN", code: "zh"},
		{name: "locale", flag: "zh_CN.UTF-8", code: "zh"},
		{name: "script", flag: "zh-Hans", code: "zh"},
		{name: "British", flag: "en_GB", code: "en"},
		{name: "Taiwan", flag: "zh-TW", code: "zh", note: "traditional"},
		{name: "Traditional", flag: "zh-Hant", code: "zh", note: "traditional"},
		{name: "Hong Kong from the environment", env: settings.Env{"LANG=zh_HK.UTF-8"}, code: "zh", note: "traditional"},
		{name: "all", flag: "all", code: "en", all: true},
		{name: "all, told in Chinese", flag: "all", env: settings.Env{"LANG=zh_CN"}, code: "zh", all: true},
		{name: "LANG", env: settings.Env{"LANG=zh_CN.UTF-8"}, code: "zh"},
		{name: "LC_MESSAGES over LANG", env: settings.Env{"LANG=en_US", "LC_MESSAGES=zh_CN"}, code: "zh"},
		{name: "LC_ALL over LC_MESSAGES", env: settings.Env{"LC_MESSAGES=zh_CN", "LC_ALL=en_US"}, code: "en"},
		{name: "AJAR_LANG over LC_ALL", env: settings.Env{"LC_ALL=en_US", "AJAR_LANG=zh"}, code: "zh"},
		{name: "flag over AJAR_LANG", flag: "en", env: settings.Env{"AJAR_LANG=zh"}, code: "en"},
		{name: "LC_ALL=C over LANG", env: settings.Env{"LC_ALL=C", "LANG=zh_CN.UTF-8"}, code: "en"},
		{name: "LC_ALL=POSIX over all below", env: settings.Env{"LC_ALL=POSIX", "LC_MESSAGES=zh_CN", "LANG=zh_CN"}, code: "en"},
		{name: "LC_ALL=C.UTF-8", env: settings.Env{"LC_ALL=C.UTF-8", "LANG=zh_CN"}, code: "en"},
		{name: "LC_MESSAGES=C", env: settings.Env{"LC_MESSAGES=C", "LANG=zh_CN"}, code: "en"},
		{name: "LC_ALL over LC_MESSAGES=C", env: settings.Env{"LC_ALL=zh_CN", "LC_MESSAGES=C"}, code: "zh"},
		{name: "AJAR_LANG over LC_ALL=C", env: settings.Env{"AJAR_LANG=zh", "LC_ALL=C"}, code: "zh"},
		{name: "flag over LC_ALL=C", flag: "zh", env: settings.Env{"LC_ALL=C"}, code: "zh"},
		{name: "LANG=C counts as unset", env: settings.Env{"LANG=C"}, code: "en"},
		{name: "C alone", env: settings.Env{"LC_ALL=C"}, code: "en"},
		{name: "C.UTF-8", env: settings.Env{"LANG=C.UTF-8"}, code: "en"},
		{name: "POSIX", env: settings.Env{"LC_ALL=POSIX"}, code: "en"},
		{name: "another language", env: settings.Env{"LANG=xx_XX.UTF-8"}, code: "en", note: "unknown"},
		{name: "no language at all", env: settings.Env{"LANG=%%%"}, code: "en", note: "unknown"},
		{name: "variant", env: settings.Env{"LANG=zh_CN@pinyin"}, code: "zh"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			l, err := settings.ChooseLanguage(c.flag, c.env)
			require.NoError(t, err)
			require.Equal(t, c.code, l.Code)
			require.Equal(t, c.note, l.Note)
			require.Equal(t, c.all, len(l.Codes()) > 1)
		})
	}
}

func TestUnknownLanguageOfTheFlag(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{"xx", "xx-XX", "tlh", "C", "english"} {
		_, err := settings.ChooseLanguage(bad, nil)
		require.ErrorContains(t, err, "AJ408", bad)
	}
}

func TestFlagIn(t *testing.T) {
	t.Parallel()
	require.Equal(t, "zh", settings.FindLangFlag([]string{"decide", "--lang", "zh"}))
	require.Equal(t, "zh", settings.FindLangFlag([]string{"--lang=zh", "decide"}))
	require.Equal(t, "en", settings.FindLangFlag([]string{"--lang=zh", "--lang=en"}))
	require.Empty(t, settings.FindLangFlag([]string{"decide", "--", "--lang=zh"}))
	require.Empty(t, settings.FindLangFlag([]string{"--lang"}))
}
