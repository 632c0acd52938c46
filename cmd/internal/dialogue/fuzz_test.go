package dialogue_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// makeToyEngine makes the engine of the toy pack once.
var makeToyEngine = sync.OnceValues(func() (*engine.Engine, error) {
	pack, err := rules.Load(os.DirFS("../../../engine/report/testdata/pack"))
	if err != nil {
		return nil, err
	}
	return engine.New(pack)
})

// typedRounds are rounds as people typed them, and as they should not.
var typedRounds = []string{
	"1 2\n9\n7..9\ny\n2\n1\n?\nh\np\nu\nb\n1\n\n",
	"1=9 2=4-6\nr\ne 1\n2\nb\nb\nr\n\n",
	"１，２\n１０\nｎ\n是\n不适用\n１２５００\n",
	"1 9, 2 4\ns\nna\n-\nu\n250\n1 3\nq\n",
	"? 1\n? 99\n?\n?\n\n\n\n0\n-1\n999999999999999999999999\n1e400\nNaN\n0x10\n1_000\n",
	"1 2 3\n2>1=3\n50 30 20\n1 9\n2 =\n=\n1\nr\ne1\n3>2>1\nr\n\n",
	"\x1b[A\x1b[31mred\n\u202e1\n::error::a\n##vso[a]b\n\xff\xfe\n\x00\n",
	"r\n\n", "b\n", "q\n", "", "1",
}

// FuzzKeys lets anything be typed into a dialogue. It ends or waits for more; what it
// writes steers no terminal; each profile that it saves is one that the engine takes and
// reads back as it was written.
func FuzzKeys(f *testing.F) {
	for i, typed := range typedRounds {
		for method := range elicit.Methods() {
			f.Add(uint8(method|(i%8)<<3), typed)
		}
	}
	e, err := makeToyEngine()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, flags uint8, typed string) {
		if len(typed) > 2000 {
			return // longer rounds find nothing else
		}
		x := newKeyTalk(t, e, flags, typed)
		err := x.Run(context.Background())
		x.DrainInput()
		require.True(t, err == nil || errors.Is(err, dialogue.ErrQuit), "%v", err)
		requireSeen(t, x.out.String())
		requireSavedWhole(t, e, x.saved)
	})
}

// newKeyTalk makes a dialogue as the flags say: the method in three bits, then whether all
// is asked, in the order of the pack, in Chinese.
func newKeyTalk(t *testing.T, e *engine.Engine, flags uint8, typed string) *talk {
	t.Helper()
	methods := elicit.Methods()
	config := session.Config{Method: methods[int(flags&7)%len(methods)], Full: flags&8 > 0, Fixed: flags&16 > 0}
	lang := "en"
	if flags&32 > 0 {
		lang = "zh"
	}
	x := &talk{out: &bytes.Buffer{}}
	x.Dialogue = dialogue.New(strings.NewReader(typed), x.out, lang, page.Look{Width: 80}, nil)
	x.Save = x.keep
	var err error
	x.Session, err = session.New(e, engine.Profile{}, config)
	require.NoError(t, err)
	return x
}

// requireSeen wants text that shows as it is.
func requireSeen(t *testing.T, text string) {
	t.Helper()
	require.True(t, utf8.ValidString(text))
	for _, r := range text {
		require.False(t, r != '\n' && plain.Invisible(r), "%U", r)
	}
}

// requireSavedWhole wants each profile to be decided and to read back as it was written.
func requireSavedWhole(t *testing.T, e *engine.Engine, saved []engine.Profile) {
	t.Helper()
	for _, p := range saved {
		_, err := e.Recommend(context.Background(), p)
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, profiles.Write(&b, p, profiles.YAML, profiles.WithPack(e.Pack())))
		back, err := profiles.Read(&b, "x", profiles.YAML, profiles.WithPack(e.Pack()))
		require.NoError(t, err)
		require.Empty(t, profiles.Compare(p, back))
		require.Equal(t, p.WeightsFrom, back.WeightsFrom)
		require.Equal(t, p.Unfinished, back.Unfinished)
	}
}
