package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// csvTables are all tables, the usual one first.
var csvTables = []csvTable{
	{"parts", csvHead, listPartRows},
	{"dimensions", []string{"dimension", "title", "group", "weight", "lean", "lean_low", "lean_high", "contribution", "for_open", "for_closed", "reason"}, listDimensionRows},
	{"forms", []string{"form", "title", "option", "stance", "meets", "meets_low", "meets_high", "available", "possible", "barred", "bars", "advised", "option_wins", "option_wins_doubted", "standing"}, listFormRows},
	{"arguments", []string{"argument", "dimension", "pull", "mass", "text", "priorities", "facts", "moderators", "claimed_by", "graded_by", "confidence"}, listArgumentRows},
}

// Tables lists the names of the tables that [CSV] can hold, the usual one first.
func Tables() []string {
	out := make([]string, len(csvTables))
	for i := range csvTables {
		out[i] = csvTables[i].id
	}
	return out
}

// TableNamed chooses the table of [CSV] by its name, the first of [Tables] by default. It
// makes no difference to other formats; [Write] refuses a name that there is not.
func TableNamed(name string) WriteOption { return func(s *writeSettings) { s.table = name } }

// findTable finds a table by its name.
func findTable(name string) (*csvTable, error) {
	if name == "" {
		return &csvTables[0], nil
	}
	if i := slices.Index(Tables(), name); i >= 0 {
		return &csvTables[i], nil
	}
	return nil, fmt.Errorf("table %q: there is no such table; use one of %s", name, strings.Join(Tables(), ", "))
}

func listDimensionRows(w *wording) [][]string {
	var out [][]string
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		def, sides := w.pack.Dimension(d.ID), map[rules.Stance]float64{}
		for j := range d.Arguments {
			sides[d.Arguments[j].Pull] += d.Arguments[j].Mass
		}
		row := append([]string{textCell(d.ID), textCell(def.Title.In(w.Lang)), textCell(def.Group), numberCell(d.Importance)}, intervalCells(d.Lean)...)
		out = append(out, append(row, numberCell(d.Contribution), numberCell(sides[rules.Open]), numberCell(sides[rules.Closed]), textCell(describeReasonIn(w, d, pageRooms[0].top))))
	}
	return out
}

func listFormRows(w *wording) [][]string {
	var out [][]string
	r := &record{wording: w}
	for _, f := range listRecordForms(w) {
		row := append([]string{textCell(f.form.ID), textCell(f.form.Title.In(w.Lang)), textCell(f.option.ID), string(f.option.Stance)}, intervalCells(f.result.Value)...)
		wins, doubted := "", ""
		if a := findAcceptability(w.acceptabilityNearStated(), f.option.ID); a != nil {
			wins, doubted = numberCell(a.Share), numberCell(float64(a.OverJudgements))
		}
		possible, err := f.result.Possible.MarshalText()
		if err != nil {
			panic("report: a truth always has a word: " + err.Error())
		}
		out = append(out, append(row,
			yesCell(f.result.Available), string(possible), f.result.Barred.String(), listCell(f.result.Bars), yesCell(f.form.ID == w.rec.Form),
			wins, doubted, textCell(describeRecordStanding(r, f))))
	}
	return out
}

func listArgumentRows(w *wording) [][]string {
	var out [][]string
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		for j := range d.Arguments {
			a := &d.Arguments[j]
			def := w.pack.Argument(a.ID)
			out = append(out, []string{
				textCell(a.ID), textCell(d.ID), string(a.Pull), numberCell(a.Mass), textCell(def.Text.In(w.Lang)),
				listCell(mapList(a.Priorities, func(p *engine.PriorityShare) string { return p.ID })), listCell(a.Facts),
				listCell(mapList(a.Moderators, func(m *engine.FiredModerator) string { return m.ID })), listCell(def.ClaimedBy),
				listCell(mapList(def.GradedBy, func(g *rules.Grading) string { return g.Source + " " + string(g.Found) })), textCell(def.StrengthBecause.In(w.Lang)),
			})
		}
	}
	return out
}
