package rules_test

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

func TestNoPack(t *testing.T) {
	t.Parallel()
	_, err := rules.Load(nil)
	require.ErrorIs(t, err, fs.ErrInvalid)
	var none *rules.Pack
	require.ErrorIs(t, none.Check(), fs.ErrInvalid)
	require.Nil(t, none.Clone())
	require.NotEmpty(t, rules.Schema(nil, "en"))
}
