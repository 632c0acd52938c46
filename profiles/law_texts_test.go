package profiles_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// What a licence asks is told with the part that people get wrong.
func TestLicencesSayWhatPeopleGetWrong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ spdx, en, zh string }{
		{"AGPL-3.0-or-later", "unchanged owes", "原样.*(没有|无须|不必)"},
		{"BUSL-1.1", "(?i)production .*only as far as .*Additional Use Grant", "生产.*(Additional Use Grant|授权)"},
		{"FSL-1.1-ALv2", "competing.*two years", "竞争.*两年"},
		{"SSPL-1.0", "paid or not", "(是否收费|收费与否|有偿|无论收费|不论收费)"},
		{"Elastic-2.0", "nothing turns open later", "(不会|永不|不).*开放"},
		{"GPL-2.0-or-later", "section 7", "第 ?7 条|第七条"},
		{"LGPL-3.0-or-later", "take|taking the program apart", "反向工程|反编译|拆解|逆向"},
		{"MulanPSL-2.0", "Chinese one prevails", "以中文.*为准|中文(文本|版).*为准"},
		{"Apache-2.0", "cannot be narrowed", "(不能|不得|无法).*(缩减|缩小|限缩)"},
		{"LicenseRef-OpenRAIL-M", "derived model", "衍生"},
		{"CC0-1.0", "patents and trademarks are expressly kept", "专利.*商标"},
	} {
		l := rules.Core().Licence(c.spdx)
		require.NotNil(t, l, c.spdx)
		require.Regexp(t, c.en, l.Says.In("en"), c.spdx)
		require.Regexp(t, c.zh, l.Says.In("zh"), c.spdx)
	}
}

// Claims about law that were in the first pack and are wrong.
func TestNoTextRepeatsWhatIsWrongInLaw(t *testing.T) {
	t.Parallel()
	wrong := []string{
		"fixes the licence", "no word on patents", "equal force", "lets them sleep", "makes them publish their changes",
		"encryption may need a notice first", "offering it over a network counts", "only use it may have any terms",
		"固定下来", "未提及专利", "具有同等效力",
	}
	files, err := filepath.Glob("../rules/core/*.yaml")
	require.NoError(t, err)
	translated, err := filepath.Glob("../rules/core/*/*.yaml")
	require.NoError(t, err)
	for _, file := range append(files, translated...) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, words := range wrong {
			require.False(t, strings.Contains(string(text), words), "%s says %q", file, words)
		}
	}
}
