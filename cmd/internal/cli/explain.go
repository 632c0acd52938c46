package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/explain"
	"github.com/ajar-decision/ajar/rules/diag"
)

func (a *app) newExplainCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "explain [ID]", Args: cobra.ArbitraryArgs, ValidArgsFunction: a.completeID}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.runExplainAll(cmd.Name())
		}
		id, err := takeOnlyArg(cmd, args)
		if err != nil {
			return err
		}
		return a.runExplain(cmd.Name(), id)
	}
	return cmd
}

// runExplain writes all that has the id: most ids name one thing, a few two.
func (a *app) runExplain(verb, id string) error {
	if len(explain.Find(a.pack, id, a.words.Lang)) == 0 {
		var ids []string
		for _, e := range explain.Index(a.pack, a.words.Lang) {
			ids = append(ids, e.ID)
		}
		d := diag.UnknownID(diag.Pos{}, id)
		d.Suggest = diag.Nearest(id, ids)
		return d
	}
	return a.writeOutput(verbOutput{verb: verb, formats: listFormats(verb), write: func(w io.Writer, v outputView) error {
		found := explain.Find(a.pack, id, v.lang)
		if v.format == "json" {
			return writeJSON(w, explanationsData{"ajar.explain/1", v.lang, found})
		}
		for i := range found {
			if i > 0 {
				fmt.Fprintln(w)
			}
			fmt.Fprint(w, found[i].Page().Draw(v.look))
		}
		return nil
	}})
}

// explanationsData is "ajar explain ID --format json": a list, since an option and
// its split may share a name.
type explanationsData struct {
	Schema string                `json:"schema"`
	Lang   string                `json:"lang"`
	Found  []explain.Explanation `json:"found"`
}

// indexData is "ajar explain --format json".
type indexData struct {
	Schema string          `json:"schema"`
	Lang   string          `json:"lang"`
	Ids    []explain.Entry `json:"ids"`
}

func (a *app) runExplainAll(verb string) error {
	return a.writeOutput(verbOutput{verb: verb, formats: listFormats(verb), write: func(w io.Writer, v outputView) error {
		if v.format == "json" {
			return writeJSON(w, indexData{"ajar.index/1", v.lang, explain.Index(a.pack, v.lang)})
		}
		_, err := fmt.Fprint(w, explain.IndexPage(a.pack, v.lang).Draw(v.look))
		return err
	}})
}
