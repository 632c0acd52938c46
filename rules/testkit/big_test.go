package testkit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestBigPackHasWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	p, err := rules.Load(testkit.FilesOfBigPack(23, 7))
	require.NoError(t, err)
	count := func(p *rules.Pack) (n int) {
		for i := range p.Dimensions {
			n += len(p.Dimensions[i].Arguments)
		}
		return n
	}
	core := rules.Core()
	require.Len(t, p.Facts, len(core.Facts)+7)
	require.Equal(t, count(core)+23, count(p))
	require.NotNil(t, p.Argument("extra_argument_22"))
	require.NotEqual(t, core.Digest, p.Digest)
}

func BenchmarkLoadBigPack(b *testing.B) {
	files := testkit.FilesOfBigPack(10_000, 2_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Load(files); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheckBigPack(b *testing.B) {
	p, err := rules.Load(testkit.FilesOfBigPack(10_000, 2_000))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := p.Check(); err != nil {
			b.Fatal(err)
		}
	}
}
