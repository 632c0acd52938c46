package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/disk"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

func (a *app) newInitCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "init [--preset NAME] [-o FILE] | init --list", Args: cobra.ArbitraryArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	preset := cmd.Flags().String("preset", "", "")
	list := cmd.Flags().Bool("list", false, "")
	mustRegister(cmd.RegisterFlagCompletionFunc("preset", a.completePreset))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) > 0:
			return newTooManyArgsMistake(cmd, args[0])
		case *list:
			return a.runListPresets(cmd.Name())
		}
		return a.runInit(cmd, *preset)
	}
	return cmd
}

// runInit writes a profile to fill in.
func (a *app) runInit(cmd *cobra.Command, preset string) error {
	if a.settings.FormatSet {
		return diag.UnsupportedFormat(diag.Pos{}, cmd.Name(), a.settings.Format)
	}
	var start engine.Profile
	if name := strings.TrimPrefix(preset, profiles.PresetPrefix); cmd.Flags().Changed("preset") {
		var err error
		if start, err = profiles.Preset(name, profiles.WithPack(a.pack)); err != nil {
			return err
		}
	}
	outputs := a.settings.Outputs
	if len(outputs) == 0 {
		outputs = []string{stdout}
	}
	for _, path := range outputs {
		if path != stdout && profiles.FormatOf(path) != profiles.YAML {
			return diag.NotAYAMLName(diag.Pos{}, path)
		}
	}
	for _, path := range outputs {
		f := profileForm{pack: a.pack, words: a.words, start: start, name: nameProfileAfter(path)}
		if err := a.createFile(path, f.buildYAML()); err != nil {
			return err
		}
	}
	return nil
}

// nameProfileAfter makes the name of a profile from that of its file.
func nameProfileAfter(path string) string {
	name := filepath.Base(path)
	for _, ext := range []string{".yaml", ".yml", ".ajar"} {
		name = strings.TrimSuffix(name, ext)
	}
	if name == stdout || name == "" {
		return "my-project"
	}
	return name
}

// createFile writes a file that was not there before.
func (a *app) createFile(path, text string) error {
	if path == "" {
		return diag.MissingFlagValue(diag.Pos{}, "-o")
	}
	if path == stdout {
		if _, err := io.WriteString(a.Stdout, text); err != nil {
			return a.newWriteMistake(path, err)
		}
		return nil
	}
	err := disk.Create(a.resolvePath(path), []byte(text), resultMode)
	if errors.Is(err, fs.ErrExist) {
		return diag.FileExists(diag.Pos{}, path)
	}
	if err != nil {
		return a.newWriteMistake(path, err)
	}
	a.writeNote(a.words.InitDone(plain.Clean(path)))
	return nil
}

// presetsData is "ajar init --list --format json".
type presetsData struct {
	Schema  string       `json:"schema"`
	Lang    string       `json:"lang"`
	Presets []presetData `json:"presets"`
}

type presetData struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	About string `json:"about"`
}

func (a *app) runListPresets(verb string) error {
	return a.writeOutput(verbOutput{verb: verb, formats: listFormats(verb), write: func(w io.Writer, v outputView) error {
		out := presetsData{Schema: "ajar.presets/1", Lang: v.lang}
		var p page.Page
		var rows []page.Row
		for _, info := range profiles.Presets() {
			line := presetData{info.Name, info.Title.In(v.lang), info.About.In(v.lang)}
			out.Presets = append(out.Presets, line)
			rows = append(rows, page.Row{Term: line.Name, Text: line.About})
		}
		if v.format == "json" {
			return writeJSON(w, out)
		}
		words := textsIn(v.lang)
		p.Text(words.Presets())
		p.Gap()
		p.Rows(rows)
		p.Gap()
		p.Text(words.PresetsNext())
		_, err := fmt.Fprint(w, p.Draw(v.look))
		return err
	}})
}
