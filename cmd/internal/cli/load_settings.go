package cli

import (
	"github.com/rs/zerolog"
	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
)

// loadSettings reads the settings once the flags are known.
func (a *app) loadSettings(cmd *cobra.Command) error {
	if a.settingsLoaded {
		return nil
	}
	a.settingsLoaded = true
	s, err := settings.Load(cmd.Flags(), a.Env, output.ListNames(output.All()), a.listFormatNames(cmd))
	a.out.Settings = s
	a.words = textsIn(s.Language.Code)
	if err != nil {
		return err
	}
	if s.Log != "" {
		level, err := zerolog.ParseLevel(s.Log)
		if err != nil {
			return err
		}
		a.log = zerolog.New(a.Stderr).Level(level)
		a.out.Log = a.log
	}
	switch s.Language.Note {
	case "":
	case "traditional":
		a.writeNote(a.words.NoteTraditional())
	default:
		a.writeNote(a.words.NoteUnknown(s.Language.From, s.Language.Value))
	}
	a.log.Debug().Str("lang", s.Language.Code).Str("from", s.Language.From).Msg("settings")
	return nil
}

// listFormatNames lists the formats of a verb. Ajar without a verb speaks as a verb
// with a page and data.
func (a *app) listFormatNames(cmd *cobra.Command) []string {
	formats := output.PageWriters.Formats()
	if v := a.findVerb(cmd.Name()); v != nil && v.formats != nil {
		formats = v.formats
	}
	return output.ListNames(formats)
}
