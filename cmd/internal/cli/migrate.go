package cli

import (
	"bytes"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func migrateVerb() verb {
	return verb{
		name: "migrate", args: "FILE [--dry-run]", short: texts.ShortMigrate, formats: output.PageWriters.Formats(),
		flags: []flagHelp{{"dry-run", "", texts.FlagDryRun}}, build: buildMigrate,
	}
}

func buildMigrate(a *app, cmd *cobra.Command) {
	cmd.ValidArgsFunction = nil // any file
	dry := cmd.Flags().Bool("dry-run", false, "")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		name, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		return a.runMigrate(cmd, name, *dry)
	}
}

// runMigrate brings a file to the present format and shows what it changed.
func (a *app) runMigrate(cmd *cobra.Command, name string, dry bool) error {
	m := documents.Migration{Schema: documents.MigrationSchema, File: name, Lines: []documents.MigrationLine{}}
	doc := output.PageWriters.Document(cmd.Name(), output.Paged{
		Page: func(lang string) *page.Page { return buildMigrationPage(&m, textsIn(lang)) },
		Data: func(lang string) any { m.Lang = lang; return m },
	})
	a.files.MarkRead(name)
	if err := a.out.Check(doc); err != nil {
		return err
	}
	data, err := a.files.Read(name)
	if err != nil {
		return err
	}
	done, err := profiles.Migrate(data, profiles.FormatOf(name), profiles.WithPack(a.pack))
	if err != nil {
		return nameFileInMistakes(name, err)
	}
	for _, l := range done.Lines {
		m.Lines = append(m.Lines, documents.MigrationLine{Line: l.Line, From: l.From, To: l.To})
	}
	if len(m.Lines) > 0 && !dry {
		err := profiles.Update(a.files.Resolve(name), func(now []byte) ([]byte, error) {
			if !bytes.Equal(now, data) {
				return nil, &profiles.WriteError{Name: name, Err: profiles.ErrChanged}
			}
			return done.Text, nil
		})
		if err != nil {
			return err
		}
		m.Written = true
	}
	return a.out.Write(doc)
}

// nameFileInMistakes names the file that mistakes are about.
func nameFileInMistakes(name string, err error) error {
	list, ok := diag.From(err)
	if !ok {
		return err
	}
	for i := range list {
		list[i].Pos.File = name
	}
	return list
}

func buildMigrationPage(m *documents.Migration, t texts) *page.Page {
	p := &page.Page{}
	switch {
	case len(m.Lines) == 0:
		p.Text(t.MigrateNone(m.File))
	case m.Written:
		p.Text(t.MigrateDone(len(m.Lines), m.File))
	default:
		p.Text(t.MigrateDry(len(m.Lines), m.File))
	}
	for _, l := range m.Lines {
		p.Gap()
		p.Heading(t.MigrateLine(strconv.Itoa(l.Line)))
		p.Literal("- " + l.From)
		p.Literal("+ " + l.To)
	}
	return p
}
