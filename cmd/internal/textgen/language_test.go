package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// avoided has words that ajar does not use, with what it says instead. Only
// words are here that are wrong inside of any other word, too.
var avoided = map[string]map[string]string{
	"en": {
		"gives away":      "releases",
		"in parts of 100": "percent",
		"called back":     "taken back",
		"has no say":      "does not apply",
	},
	"zh": {
		"著佐权":  "传染性许可（copyleft）",
		"版权":   "著作权",
		"兑现":   "满足",
		"牵引":   "倾向",
		"转交":   "提供",
		"供养":   "训练、支撑",
		"对手":   "竞争者、攻击者",
		"处境":   "情况",
		"可以辩护": "可成立",
	},
}

// Texts say what they say in the same words, letters and marks in all rooms.
func TestTextsKeepToTheLanguage(t *testing.T) {
	t.Parallel()
	unspaced := regexp.MustCompile(`\p{Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Han}`)
	halfWidth := regexp.MustCompile(`\p{Han}[,;:?!]|[,;?!]\p{Han}`)
	rooms, err := findRooms(root)
	require.NoError(t, err)
	for _, room := range rooms {
		all, err := readRoom(room)
		require.NoError(t, err)
		for language, messages := range all {
			for i := range messages {
				text := strings.Join(messages[i].forms, "\n")
				where := filepath.Base(room) + ", " + language + ", " + messages[i].id
				for word, instead := range avoided[language] {
					assert.NotContains(t, strings.ToLower(text), word, "%s: say %s", where, instead)
				}
				if language == "zh" {
					text = placeholder.ReplaceAllString(text, "")
					assert.NotRegexp(t, unspaced, text, "%s: a space between Chinese and Latin", where)
					assert.NotRegexp(t, halfWidth, text, "%s: full-width marks", where)
				}
			}
		}
	}
}
