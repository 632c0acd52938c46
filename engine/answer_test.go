package engine_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Answers that say the same are equal, and what is left open stays so.
func TestAnswersToSets(t *testing.T) {
	t.Parallel()
	require.Equal(t, engine.Set("a", "b"), engine.Set("b", "a"))
	require.Equal(t, engine.Value("a"), engine.Set("a"))
	require.Equal(t, "a, b", engine.Set("b", "a").String())
	part := engine.PartOfSet(map[string]rules.Truth{"a": rules.True, "b": rules.False})
	require.Equal(t, "a: yes, b: no", part.String())
	require.Equal(t, engine.Unknown, engine.PartOfSet(map[string]rules.Truth{"a": rules.Unknown}))
	members, ok := part.Members()
	require.True(t, ok)
	require.False(t, members.IsWhole())
	require.Equal(t, []rules.Truth{rules.True, rules.False, rules.Unknown}, []rules.Truth{members.Truth("a"), members.Truth("b"), members.Truth("c")})
	_, ok = engine.NotApplicable.Members()
	require.False(t, ok)
	var read engine.Answer
	require.NoError(t, json.Unmarshal([]byte(`{"a": "yes", "c": "unknown"}`), &read))
	require.Equal(t, engine.PartOfSet(map[string]rules.Truth{"a": rules.True}), read)
}
