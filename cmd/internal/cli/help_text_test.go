package cli

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report/page"
)

func TestHelpTextIsReadAsPage(t *testing.T) {
	t.Parallel()
	require.Equal(t, `Title

A paragraph.

  ajar decide FILE
    deeper
  term  what it means
  word  another
`, parseHelpText(`
# Title

A paragraph.


  ajar decide FILE
    deeper
  term  what it means
  word  another
`).Draw(page.Look{Width: 80}))
}
