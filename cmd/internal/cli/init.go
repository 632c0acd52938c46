package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/form"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func initVerb() verb {
	return verb{
		name: "init", args: "[--preset NAME] [-o FILE] | init --list", short: texts.ShortInit, formats: output.PageWriters.Formats(),
		flags: []flagHelp{{"preset", "NAME", texts.FlagPreset}, {"list", "", texts.FlagList}}, build: buildInit,
	}
}

func buildInit(a *app, cmd *cobra.Command) {
	preset := cmd.Flags().String("preset", "", "")
	list := cmd.Flags().Bool("list", false, "")
	mustRegister(cmd.RegisterFlagCompletionFunc("preset", a.completePreset))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) > 0:
			return newTooManyArgsMistake(cmd, args[0])
		case *list:
			return runListPresets(a, cmd.Name())
		}
		return a.runInit(cmd, *preset)
	}
}

// runInit writes a profile to fill in.
func (a *app) runInit(cmd *cobra.Command, preset string) error {
	if a.out.Settings.FormatSet {
		return diag.UnsupportedFormat(diag.Pos{}, cmd.Name(), a.out.Settings.Format)
	}
	var start engine.Profile
	if name := strings.TrimPrefix(preset, profiles.PresetPrefix); cmd.Flags().Changed("preset") {
		var err error
		if start, err = profiles.Preset(name, profiles.WithPack(a.pack)); err != nil {
			return err
		}
	}
	outputs := a.out.Settings.Outputs
	if len(outputs) == 0 {
		outputs = []string{files.Stdout}
	}
	for _, path := range outputs {
		name, format := a.files.WorkDir(), profiles.YAML
		if path != files.Stdout {
			name, format = a.files.Resolve(path), profiles.FormatOf(path)
		}
		text, err := form.Write(a.pack, format, a.words.Lang, form.NameAfter(name), start)
		if err != nil {
			return err
		}
		if err := createFile(a, path, text); err != nil {
			return err
		}
		if format == profiles.JSON {
			a.writeNote(a.words.InitSchema(path, form.SchemaFile))
		}
	}
	return nil
}

// createFile writes a file that was not there before.
func createFile(a *app, path, text string) error {
	if path == "" {
		return diag.MissingFlagValue(diag.Pos{}, "-o")
	}
	if err := a.out.Create(path, text); err != nil {
		return err
	}
	if path != files.Stdout {
		a.writeNote(a.words.InitDone(path))
	}
	return nil
}

func runListPresets(a *app, verb string) error {
	return a.writePaged(verb, buildPresetsPage, func(lang string) any {
		out := documents.Presets{Schema: documents.PresetsSchema, Lang: lang}
		for _, info := range profiles.Presets() {
			out.Presets = append(out.Presets, documents.Preset{Name: info.Name, Title: info.Title.In(lang), About: info.About.In(lang)})
		}
		return out
	})
}

func buildPresetsPage(lang string) *page.Page {
	var rows []page.Row
	for _, info := range profiles.Presets() {
		rows = append(rows, page.Row{Term: info.Name, Text: info.About.In(lang)})
	}
	words := textsIn(lang)
	p := &page.Page{}
	p.Text(words.Presets())
	p.Gap()
	p.Rows(rows)
	p.Gap()
	p.Text(words.PresetsNext())
	return p
}
