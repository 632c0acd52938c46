package form_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/form"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// What a form begins with is read back from it, in every language.
func TestFormIsReadBack(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	for _, info := range profiles.Presets() {
		start, err := profiles.Preset(info.Name, profiles.WithPack(pack))
		require.NoError(t, err)
		for _, lang := range []string{"en", "zh"} {
			text := form.Write(pack, lang, "a: #name", start)
			back, err := profiles.Read(strings.NewReader(text), "form.yaml", profiles.YAML, profiles.WithPack(pack))
			require.NoError(t, err, info.Name)
			require.Equal(t, "a: #name", back.Name)
			require.Equal(t, start.Facts, back.Facts, info.Name)
			require.Equal(t, start.Weights, back.Weights, info.Name)
		}
	}
}

// A new form is a profile that says nothing yet.
func TestEmptyForm(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	back, err := profiles.Read(strings.NewReader(form.Write(pack, "en", "x", engine.Profile{})), "form.yaml", profiles.YAML, profiles.WithPack(pack))
	require.NoError(t, err)
	require.Empty(t, back.Facts)
	require.Empty(t, back.Weights)
	require.Empty(t, back.Limits)
}

func TestNameAfterAFile(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"release.ajar.yaml": "release", "a/b/falcon.yml": "falcon", "x": "x", "-": "my-project", ".yaml": "my-project",
	} {
		require.Equal(t, want, form.NameAfter(path), path)
	}
}
