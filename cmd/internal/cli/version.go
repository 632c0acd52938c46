package cli

import (
	"runtime"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/page"
)

func versionVerb() verb {
	return verb{name: "version", short: texts.ShortVersion, formats: output.PageWriters.Formats(), build: (*app).buildVersion}
}

func (a *app) buildVersion(cmd *cobra.Command) {
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return newTooManyArgsMistake(cmd, args[0])
		}
		return a.runVersion(cmd.Name())
	}
}

// versionData is "ajar version --format json".
type versionData struct {
	Schema   string          `json:"schema"`
	Lang     string          `json:"lang"`
	Ajar     string          `json:"ajar"`
	Rules    versionPackData `json:"rules"`
	Go       string          `json:"go"`
	Platform string          `json:"platform"`
}

type versionPackData struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
}

func (a *app) runVersion(verb string) error {
	info := versionData{
		Schema: "ajar.version/1", Ajar: a.Version,
		Rules: versionPackData{a.pack.Name, a.pack.Version, a.pack.Digest},
		Go:    runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
	}
	return a.writePaged(verb,
		func(lang string) *page.Page { return info.buildPage(textsIn(lang)) },
		func(lang string) any { info.Lang = lang; return info })
}

func (d *versionData) buildPage(t texts) *page.Page {
	p := &page.Page{}
	p.Text("ajar " + d.Ajar)
	p.Text(t.VersionRules(d.Rules.Name, d.Rules.Version))
	p.Literal(d.Rules.Digest)
	p.Text(t.VersionBuilt(d.Go, d.Platform))
	return p
}
