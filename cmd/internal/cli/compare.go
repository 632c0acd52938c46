package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

func (a *app) compareCmd() *cobra.Command {
	cmd := &cobra.Command{Use: "compare A B", Args: cobra.ArbitraryArgs, ValidArgsFunction: a.completeTwo}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) > 2:
			return tooMany(cmd, args[2])
		case len(args) < 2 || args[0] == "" || args[1] == "":
			return diag.MissingArgument(diag.Pos{}, cmd.Name(), cmd.Use)
		}
		return a.compare(cmd, args[0], args[1])
	}
	return cmd
}

// compareData is "ajar compare A B --format json".
type compareData struct {
	Schema string `json:"schema"`
	Lang   string `json:"lang"`
	A      string `json:"a"`
	B      string `json:"b"`
	changeData
}

// compare says what differs between two profiles, results or locks. Each is
// turned into a lock, so that they need not be of one kind.
func (a *app) compare(cmd *cobra.Command, first, second string) error {
	eng, err := engine.New(a.pack)
	if err != nil {
		return err
	}
	places := map[string]diag.Pos{}
	from, err := a.comparable(cmd.Context(), eng, first, nil)
	if err != nil {
		return err
	}
	to, err := a.comparable(cmd.Context(), eng, second, places)
	if err != nil {
		return err
	}
	if from.result || to.result { // which do not say
		from.Answers.WeightsSure, to.Answers.WeightsSure = "", ""
	}
	c := &change{pack: a.pack, Change: lock.Compare(from.Lock, to.Lock), places: places, file: plain.Clean(second), sides: [2]string{"A", "B"}}
	if to.Rules.Digest == a.pack.Digest {
		if c.moved, err = lock.Movers(cmd.Context(), eng, c.Change); err != nil {
			return err
		}
	}
	return a.emit(document{verb: cmd.Name(), formats: formatsOf(cmd.Name()), write: func(w io.Writer, v view) error {
		if v.format == "json" {
			return writeJSON(w, compareData{"ajar.compare/1", v.lang, first, second, c.data()})
		}
		t := book().In(v.lang)
		var p page.Page
		p.Rows([]page.Row{{Term: c.sides[0], Text: plain.Clean(first)}, {Term: c.sides[1], Text: plain.Clean(second)}})
		p.Gap()
		p.Text(c.headline(t))
		c.write(&p, t)
		_, err := fmt.Fprint(w, p.Draw(v.look))
		return err
	}})
}

// compared is one side of a comparison.
type compared struct {
	*lock.Lock
	result bool
}

// comparable reads a profile, a result or a lock; the schema in the file tells
// which.
func (a *app) comparable(ctx context.Context, eng *engine.Engine, name string, places map[string]diag.Pos) (compared, error) {
	if isFile(name) {
		data, err := a.text(name)
		if err != nil {
			return compared{}, err
		}
		var head struct {
			Schema string `json:"schema"`
		}
		// What is no JSON or has no schema is a profile.
		if json.Unmarshal(data, &head) == nil && head.Schema != "" {
			return readDocument(name, head.Schema, data)
		}
	}
	p, err := a.profile(name, nil, profiles.WithPlaces(places))
	if err != nil {
		return compared{}, err
	}
	rec, err := eng.Recommend(ctx, p)
	if err != nil {
		return compared{}, err
	}
	return compared{Lock: lock.Of(rec)}, nil
}

func readDocument(name, schema string, data []byte) (compared, error) {
	if schema == lock.ResultSchema {
		l, err := lock.OfResult(name, data)
		return compared{l, true}, err
	}
	l, err := lock.Parse(name, data)
	return compared{l, false}, err
}
