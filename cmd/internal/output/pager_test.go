package output

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/settings"
)

func TestChoosePager(t *testing.T) {
	t.Parallel()
	there := func(string) (string, error) { return "/usr/bin/less", nil }
	gone := func(string) (string, error) { return "", errors.New("not found") }
	for _, c := range []struct {
		env  settings.Env
		look func(string) (string, error)
		want string
	}{
		{nil, there, defaultPager},
		{nil, gone, ""},
		{settings.Env{"PAGER=more -s"}, gone, "more -s"},
		{settings.Env{"PAGER="}, there, ""},
		{settings.Env{"PAGER=cat"}, there, ""},
		{settings.Env{"PAGER=more", "AJAR_PAGER=most"}, there, "most"},
		{settings.Env{"PAGER=more", "AJAR_PAGER="}, there, ""},
		{settings.Env{"PAGER=cat", "AJAR_PAGER=less -S"}, there, "less -S"},
		{settings.Env{"AJAR_PAGER= cat "}, there, ""},
	} {
		require.Equal(t, c.want, choosePager(c.env, c.look), "%v", c.env)
	}
	require.Equal(t, []string{"A=b", "LESS=FRX"}, pagerEnv(settings.Env{"A=b"}))
	require.Equal(t, []string{"LESS=S"}, pagerEnv(settings.Env{"LESS=S"}))
}
