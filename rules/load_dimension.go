package rules

import (
	"errors"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// loadDimensions reads the dimensions in the order of the groups. Whether all are in
// a group is asked only if the groups were read.
func (l *packLoader) loadDimensions(p *Pack, areGroupsRead bool) {
	byID := map[string]*Dimension{}
	ids := l.listDimensions()
	for _, id := range ids {
		byID[id] = nil // known, even if it cannot be read
		var f dimensionFile
		if !l.decodeDimension(id, &f) {
			continue
		}
		if f.ID != id && f.ID != "" {
			l.list.Add(diag.InvalidPackFileName(f.At, id, f.ID))
		}
		byID[id] = l.makeDimension(&f)
	}
	if len(ids) == 0 {
		return // told
	}
	for _, g := range p.Groups {
		for _, id := range g.Dimensions {
			d, ok := byID[id]
			if !ok && areGroupsRead {
				l.list.Add(diag.UndefinedPackID(g.At, "dimension", id))
			}
			if d != nil {
				d.Group = g.ID
				p.Dimensions = append(p.Dimensions, *d)
			}
			delete(byID, id)
		}
	}
	for id, d := range byID {
		if d != nil && areGroupsRead {
			l.list.Add(diag.InvalidPackNoGroup(d.At, id))
		}
	}
}

var errNoFiles = errors.New("no files")

// listDimensions lists the ids of the dimensions that have a file or a folder.
func (l *packLoader) listDimensions() []string {
	entries, err := l.files.list("dimensions")
	var ids []string
	known := map[string]bool{}
	for _, entry := range entries {
		id, isFile := strings.CutSuffix(entry.Name(), ".yaml")
		if (isFile && !isTestFile(entry.Name()) || entry.IsDir()) && !known[id] {
			known[id] = true
			ids = append(ids, id)
		}
	}
	if err == nil && len(ids) == 0 {
		err = errNoFiles
	}
	if err != nil {
		l.unread.Add(diagnoseUnreadable("dimensions", err))
	}
	return ids
}

// decodeDimension decodes what the files of a dimension say together; it reports
// whether all could be read.
func (l *packLoader) decodeDimension(id string, f *dimensionFile) bool {
	names := l.listParts("dimensions/" + id)
	var whole *tree.Node
	for _, name := range names {
		n := l.parseFile(name)
		if n == nil || !tree.Expect(n, tree.Map, &l.list) {
			return false
		}
		if whole == nil {
			whole = n
		} else {
			tree.Join(whole, n, &l.list)
		}
	}
	tree.Decode(whole, f, &l.list)
	for _, name := range names {
		l.translateFile(name, f)
	}
	return true
}

func (l *packLoader) makeDimension(f *dimensionFile) *Dimension {
	d := &Dimension{At: f.At, ID: f.ID, Title: f.Title, Meaning: f.Meaning, Evidence: f.Evidence, Moderators: f.Moderators}
	for key, c := range f.Cells {
		if !slices.Contains(ListCells(), key) {
			l.list.Add(diag.UnknownPackKey(c.At, key).OneOf(key, ListCells()))
		}
	}
	for _, key := range ListCells() {
		c, ok := f.Cells[key]
		if f.Cells == nil {
			continue // told already
		}
		if !ok {
			l.list.Add(diag.MissingPackKey(f.At, "cells."+key))
			continue
		}
		pull := Closed
		if key == "open_advantage" || key == "closed_disadvantage" {
			pull = Open
		}
		d.Arguments = append(d.Arguments, Argument{
			At: c.At, ID: f.ID + "." + key, Dimension: f.ID, Pull: pull, Strength: c.Strength,
			StrengthBecause: c.StrengthBecause, StrengthDoubt: c.StrengthDoubt, Text: c.Text, Brief: c.Brief, Shares: Table[float64](c.Serves), ClaimedBy: c.ClaimedBy, GradedBy: c.GradedBy,
		})
		if !c.older && len(c.GradedBy) == 0 {
			l.refuseStrengthAbove(&d.Arguments[len(d.Arguments)-1], FoundWeak.strongest(), diag.InvalidPackNotGraded)
		}
	}
	slices.SortFunc(f.Situation, func(a, b situation) int { return strings.Compare(a.ID, b.ID) })
	for _, s := range f.Situation {
		d.Arguments = append(d.Arguments, Argument{
			At: s.At, ID: s.ID, Dimension: f.ID, Pull: s.Pull, Strength: s.Strength,
			StrengthBecause: s.StrengthBecause, StrengthDoubt: s.StrengthDoubt, Text: s.Text, Brief: s.Brief, When: s.When, ClaimedBy: s.ClaimedBy, GradedBy: s.GradedBy,
		})
	}
	slices.SortFunc(d.Moderators, func(a, b Moderator) int { return strings.Compare(a.ID, b.ID) })
	for i := range d.Arguments {
		if most, ok := findStrongest(d.Arguments[i].GradedBy); ok {
			l.refuseStrengthAbove(&d.Arguments[i], most, diag.InvalidPackStrongerThanFound)
		}
	}
	return d
}

// findStrongest gives the greatest strength that gradings bear out; not if there
// are none, or one whose word is wrong.
func findStrongest(list []Grading) (most float64, ok bool) {
	for _, g := range list {
		if !g.Found.Valid() {
			return 0, false
		}
		most = max(most, g.Found.strongest())
	}
	return most, len(list) > 0
}

// refuseStrengthAbove refuses a strength that nothing found bears out. That is
// for files alone: who changes numbers in Go wants to see what they do.
func (l *packLoader) refuseStrengthAbove(a *Argument, most float64, mistake func(at diag.Pos, id, value, most string) diag.Diagnostic) {
	if a.Strength > most && a.Strength <= 1 { // above 1 is a mistake of its own
		l.list.Add(mistake(a.At, a.ID, plain.Number(a.Strength), plain.Number(most)))
	}
}
