package cli

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// readBuildVersion is the version of the module as the Go tool recorded it.
func readBuildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

func (a *app) newVersionCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "version", Args: cobra.ArbitraryArgs, ValidArgsFunction: cobra.NoFileCompletions}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return newTooManyArgsMistake(cmd, args[0])
		}
		return a.runVersion(cmd.Name())
	}
	return cmd
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
	return a.writeOutput(verbOutput{verb: verb, formats: listFormats(verb), write: func(w io.Writer, v outputView) error {
		info.Lang = v.lang
		if v.format == "json" {
			return writeJSON(w, info)
		}
		words := textsIn(v.lang)
		var p page.Page
		p.Text("ajar " + info.Ajar)
		p.Text(words.VersionRules(info.Rules.Name, info.Rules.Version))
		p.Literal(info.Rules.Digest)
		p.Text(words.VersionBuilt(info.Go, info.Platform))
		_, err := fmt.Fprint(w, p.Draw(v.look))
		return err
	}})
}

func writeJSON(w io.Writer, v any) error {
	data, err := plain.EncodeJSON(v)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}
