package cli

import (
	"runtime"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report/page"
)

func versionVerb() verb {
	return verb{name: "version", short: texts.ShortVersion, formats: output.PageWriters.Formats(), build: buildVersion}
}

func buildVersion(a *app, cmd *cobra.Command) {
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return newTooManyArgsMistake(cmd, args[0])
		}
		return a.runVersion(cmd.Name())
	}
}

func (a *app) runVersion(verb string) error {
	info := documents.Version{
		Schema: documents.VersionSchema, Ajar: a.Version,
		Rules: documents.Pack{Name: a.pack.Name, Version: a.pack.Version, Digest: a.pack.Digest},
		Go:    runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
	}
	return a.writePaged(verb,
		func(lang string) *page.Page { return buildVersionPage(&info, textsIn(lang)) },
		func(lang string) any { info.Lang = lang; return info })
}

func buildVersionPage(d *documents.Version, t texts) *page.Page {
	p := &page.Page{}
	p.Text("ajar " + d.Ajar)
	p.Text(t.VersionRules(d.Rules.Name, d.Rules.Version))
	p.Literal(d.Rules.Digest)
	p.Text(t.VersionBuilt(d.Go, d.Platform))
	return p
}
