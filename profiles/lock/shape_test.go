package lock_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/diag"
)

// What a lock file says that cannot be is told with its place, whatever it is.
func TestContentThatCannotBe(t *testing.T) {
	t.Parallel()
	golden, err := os.ReadFile("testdata/small.lock.json")
	require.NoError(t, err)
	for _, x := range []struct{ from, to, want string }{
		{`"adoption_reach": 2.5`, `"adoption_reach": 10.5`, `x:14:25: AJ250 the lock file has 10.5 under "adoption_reach", which is not a number from 0 to 10`},
		{`"adoption_reach": 2.5`, `"adoption_reach": -1`, `-1 under "adoption_reach"`},
		{`"adoption_reach": 2.5`, `"adoption_reach": 1e999`, `1e999 under "adoption_reach"`},
		{`"adoption_reach": 2.5`, `"adoption_reach": null`, `has null under "adoption_reach", where a number belongs`},
		{`"adoption_reach": 2.5`, `"adoption_reach": "2.5"`, `has text under "adoption_reach"`},
		{`"security": null`, `"security": 1.001`, `not a number from -1 to 1`},
		{`"stance": "mixed"`, `"stance": "ajar"`, `"ajar" under "stance", which is none of its values; allowed: open`},
		{`"stance": "closed"`, `"stance": null`, `has null under "stance", where text belongs`},
		{`"weights_sure": "sure"`, `"weights_sure": "certain"`, `under "weights_sure"`},
		{`"kind": "model"`, `"kind": ""`, `what cannot be a name or an answer: ""`},
		{`"kind": "model"`, `"kind": "a\u0007"`, `what cannot be a name or an answer`},
		{`"kind": "model"`, `"kind": "` + strings.Repeat("x", 1001) + `"`, `under "kind"`},
		{`"kind": "model"`, `"": "model"`, `what cannot be a name or an answer: ""`},
		{`"kind": "model"`, `"lifecycle": "model"`, `AJ017 the key "lifecycle" stands twice`},
		{`"name": "core"`, `"Name": "core"`, `AJ250 the lock file has a key that does not belong there: "Name"; did you mean "name"?`},
		{`"name": "core",`, ``, `AJ250 the lock file lacks: name`},
		{`"ready": false`, `"ready": "no"`, `has text under "ready", where a truth value belongs`},
		{`"ready": false`, `"ready": false, "extra": {"a": [1]}`, `does not belong there: "extra"`},
		{`"excluded": [`, `"excluded": [null,`, `has null under "excluded"`},
		{`"facts": {`, `"ranges": {"data_privacy": [7, 4]}, "facts": {`, `no range under "data_privacy": two numbers, the lower one first`},
		{`"facts": {`, `"ranges": {"data_privacy": [7]}, "facts": {`, `no range under "data_privacy"`},
		{`"facts": {`, `"ranges": {"data_privacy": [1, 11]}, "facts": {`, `has 11 under "data_privacy"`},
		{`"facts": {`, `"parts": {"a": {"facts": {"kind": 1}, "like": ""}}, "facts": {`, `has a number under "kind"`},
		{`"facts": {`, `"parts": {"a": null}, "facts": {`, `has null under "a"`},
		{`"conditions": [`, `"conditions": [[`, `AJ250 this is not a lock file: `},
		{`"dimensions": {`, `"dimensions": ` + strings.Repeat("[", 20000) + `{`, `AJ019 values nest more than 100 levels deep`},
	} {
		require.Contains(t, string(golden), x.from)
		_, err := lock.Parse("x", []byte(strings.Replace(string(golden), x.from, x.to, 1)))
		require.ErrorContains(t, err, x.want, "%.80s", x.to)
		list, ok := diag.From(err)
		require.True(t, ok)
		for _, d := range list {
			require.NotZero(t, d.Pos.Line)
		}
	}
	l, err := lock.Parse("x", append([]byte("\ufeff"), golden...))
	require.NoError(t, err, "a mark that some editors write is no mistake")
	require.Equal(t, string(golden), string(l.Marshal()))
}

// A profile of which only the file or only the name was renamed is known again.
func TestWhoseLockItIs(t *testing.T) {
	t.Parallel()
	l := &lock.Lock{Profile: lock.ProfileRef{Name: "x", File: "a.yaml", Digest: "sha256:other"}}
	p := preset(t, "one_person_library")
	for _, x := range []struct {
		file, name string
		elsewhere  bool // a.yaml is there, and is not this profile
		own        bool
	}{
		{"a.yaml", "x", false, true}, {"a.yaml", "renamed", false, true}, {"renamed.yaml", "x", false, true},
		{"a.yaml", "x", true, true}, // a copy, of what is staged for instance
		{"a.yaml", "y", true, false}, {"a.toml", "x", true, false}, {"b.yaml", "y", false, false},
		{"", "y", true, true},
	} {
		p.Name = x.name
		require.Equal(t, x.own, l.IsOf(x.file, &p, func(file string) bool { return x.elsewhere && file == "a.yaml" }), x)
	}
	l.Profile.File = ""
	require.True(t, l.IsOf("b.yaml", &p, nil), "nothing is known")
	l.Profile = lock.ProfileRef{Name: "x", File: "a.yaml", Digest: p.Digest()}
	require.True(t, l.IsOf("b.yaml", &p, func(string) bool { return false }), "the answers are the same")
}
