package testkit

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// HostileTexts are what a stranger may write where a name, a note or a value is wanted,
// so that whoever reads what the program prints obeys it, follows it or is misled. Each
// names what it is about behind the last "; ", and holds no NUL, so that it can be the
// name of a file once its slashes are gone.
func HostileTexts() []string {
	return slices.Concat(CommandsToRunners(), []string{
		"\x1b[31mred\x1b[0m\x1b]0;title\x07\x1b]8;;https://evil.example\x1b\\link; terminal",
		"\x1b[2J\x1b[1;1H\x1b[8m\x1bPq\x1b\\ \x08\x08\x08; terminal",
		"\u009b31mred\u009d0;title\u009c\u0085next; C1",
		"\u202egnol\u2066x\u2069\u200f\u200e\u061c; direction",
		"\u200b\u2060\ufeff\u00ad\U000e0041; invisible",
		"a\r\nb\nc\rd\u2028e\u2029f\vg\fh; lines",
		"# Title\n\n| a | b |\n|---|---|\n| c | d |\n\n- [ ] task\n\n***\n\nSet\n===; blocks",
		"[link](https://evil.example) ![image](https://evil.example/x.png) [ref][1] [^1]\n\n[1]: https://evil.example\n[^1]: note; links",
		"<img src=x onerror=alert(1)> <a href=//evil.example>a</a> &lt; &#64;name <https://evil.example> <me@example.com>; HTML",
		"https://evil.example/a_b?c=d&e=f#g http://evil.example ftp://evil.example //evil.example mailto:me@example.com xmpp:me@example.com; addresses",
		"www.evil.example WWW.evil.example evil.example/path example.com README.md пример.рф 例子.com me@example.com www.1; bare addresses",
		"@team @org/team (@name) a@b #12 (#12) GH-12 gh-12 GHSA-jfh8-c2jp-5v3q CVE-2021-44228 org/repo#12 org/repo@deadbeef deadbeefcafe1234 1234567 !12 &12 ~label %milestone; references",
		":tada: :+1: :shipit: a:smile:b; emoji",
		"$x$ $$y$$ $`z`$ `code` ``a`b`` **bold** __bold__ *it* _it_ ~~gone~~ ==mark== ^sup^ \\* C:\\dir; marks",
		"a`@b` |@c| \\`@d \\@e **@f** _@g_ 中@h文 #1`#2 `` @i @www. :@www.; marks beside references",
	})
}

// OrdinaryTexts are what people write that looks a little like a command or a mark.
func OrdinaryTexts() []string {
	return []string{
		"C++::std::vector", "see #12", "me@example.com", "10:30", "50 % of C#, Node.js & more", "`x`", "-", "1. one", "+1", "= a", ": a", "~", "\\", "a  b",
		"see ## or [this]", "a: b :: c", "AT&T", "release.ajar.yaml:12:3", "请看#12号和@张三", "https://example.com/a_(b)",
	}
}

// CommandsToRunners are those of [HostileTexts] that steer a machine which reads a log.
func CommandsToRunners() []string {
	return []string{
		"::error file=a,line=1::owned; GitHub",
		" \t\u00a0\u3000\u2003::set-output name=a::owned; GitHub behind blanks",
		"a\n::add-mask::owned\r::stop-commands::owned; GitHub on a line of its own",
		"words and words that fill a line so that the next one begins where it should not ::warning::owned; GitHub wrapped",
		"\u034f::error::owned :\u034f:error::owned; GitHub, in a comparison that leaves out what does not count",
		"##[set-env name=PATH;]owned ###[error]owned #\u034f#[error]owned; GitHub, old",
		"##vso[task.setvariable variable=a]owned ##VSO[task.complete result=Failed;]done; Azure Pipelines",
		"a##vso[task.prependpath]owned ##vso##vso[task.prependpath]owned #\ufe0f#vso[a.b]c; Azure Pipelines inside a word",
		"##teamcity[buildProblem description='owned'] ##octopus[setVariable name='YQ==' value='YQ==']; TeamCity and Octopus",
		"section_start:1560896352:owned\r\x1b[0Kowned \x1b[0Ksection_end:1:owned\r\x1b[0K travis_fold:start:owned\r\x1b[0K; GitLab and Travis",
		"--- owned\n+++ owned\n~~~ owned\n^^^ +++\na --- a; Buildkite sections",
		"\x1b_bk;t=1\x07 \x1b]1338;url=a;alt=b\x07; Buildkite",
	}
}

// What runners look for in a line; where case or what does not count for a comparison
// may not matter to them, it does not matter here.
var (
	hashCommand    = regexp.MustCompile(`(?i)##[a-z]*\[`)
	sectionCommand = regexp.MustCompile(`(section|travis_fold)[_:](start|end):\S*\r`)
	headsSection   = regexp.MustCompile(`^(---|\+\+\+|~~~|\^\^\^)[ \t]`)
	lineBreak      = regexp.MustCompile(`\r\n|[\r\n\v\f\x{85}\x{2028}\x{2029}]`)
)

// CommandsIn reads a log as runners do and gives what any of them would obey: commands,
// and control characters, which steer terminals. Colours are control characters too.
// A line that allowed matches may begin with a command.
func CommandsIn(log string, allowed *regexp.Regexp) (found []string) {
	found = sectionCommand.FindAllString(log, -1)
	for _, line := range lineBreak.Split(log, -1) {
		seen := strings.Map(dropIgnorable, line)
		begin := strings.TrimLeftFunc(seen, unicode.IsSpace)
		if strings.HasPrefix(begin, "::") && (allowed == nil || !allowed.MatchString(line)) {
			found = append(found, line)
		}
		if headsSection.MatchString(seen) {
			found = append(found, line)
		}
		found = append(found, hashCommand.FindAllString(seen, -1)...)
	}
	for _, r := range log {
		if r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			found = append(found, string(r))
		}
	}
	return found
}

// dropIgnorable leaves out what does not count where texts are compared by the rules of
// a language.
func dropIgnorable(r rune) rune {
	if unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) || unicode.IsControl(r) && r != '\t' {
		return -1
	}
	return r
}
