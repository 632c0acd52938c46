package rules

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Load reads and checks a pack. The file system holds pack.yaml, facts.yaml,
// priorities.yaml, options.yaml or one file an option under options/, acts.yaml, bars.yaml, duties.yaml,
// components.yaml, licences.yaml, steps.yaml, sources.yaml, glossary.yaml and one file a dimension under
// dimensions/, and may hold exclusions.yaml and counsel.yaml; files that end in _test.yaml are left out. Texts in these files
// are English. Those in another language stand in files of the same names in a
// folder that is named after the language, such as zh/facts.yaml; what is
// missing there is shown in English. The error holds all mistakes of all files
// as a [diag.List].
func Load(files fs.FS) (*Pack, error) {
	l := packLoader{files: files, languages: listLanguages(files), known: map[string]bool{}}
	p := l.loadPack()
	l.refuseStrayTexts()
	if len(l.list) == 0 {
		p.collectMistakes(&l.list)
	}
	l.list.Add(l.texts...)
	if err := l.list.Err(); err != nil {
		return nil, err
	}
	p.Digest = p.computeDigest()
	return p, nil
}

// decodeFile decodes one file into *v, with its texts in all languages.
func (l *packLoader) decodeFile(name string, v any) {
	n, list := parseFile(l.files, name, tree.ParseYAML)
	l.list.Add(list...)
	if n == nil {
		return
	}
	tree.Decode(n, v, &l.list)
	l.translateFile(name, v)
}

// loadOptions reads the options: from one file, or from all files of a folder.
func (l *packLoader) loadOptions() []Option {
	names, err := fs.Glob(l.files, "options/*.yaml")
	if err != nil || len(names) == 0 {
		names = []string{"options.yaml"}
	}
	var out []Option
	for _, name := range names {
		if isTestFile(name) {
			continue
		}
		var f optionsFile
		l.decodeFile(name, &f)
		out = append(out, f.Options...)
	}
	return out
}

func (l *packLoader) loadPack() *Pack {
	var head headFile
	var facts factsFile
	var priorities prioritiesFile
	var sources sourcesFile
	var glossary glossaryFile
	l.decodeFile("pack.yaml", &head)
	l.decodeFile("facts.yaml", &facts)
	l.decodeFile("priorities.yaml", &priorities)
	l.decodeFile("sources.yaml", &sources)
	l.decodeFile("glossary.yaml", &glossary)
	p := &Pack{
		Name: head.Name, Version: head.Version, Groups: head.Groups, Constants: head.Constants, Asking: head.Asking,
		Facts: facts.Facts, Priorities: priorities.Priorities, Options: l.loadOptions(),
		Sources: sources.Sources, Terms: glossary.Terms,
	}
	slices.SortFunc(p.Options, func(a, b Option) int { return cmp.Compare(a.Step, b.Step) })
	l.loadLaw(p)
	l.loadDimensions(p)
	l.loadAdvice(p)
	p.Exclusions, p.Counsel = l.loadExclusions(), l.loadCounsel()
	return p
}

// loadLaw reads what releases do, and what law, contract and safety say to it. A
// pack of the first version has vetoes in its place.
func (l *packLoader) loadLaw(p *Pack) {
	if _, err := fs.Stat(l.files, olderVetoesFile); err == nil {
		var vetoes vetoesFile
		l.decodeFile(olderVetoesFile, &vetoes)
		readVetoesAsBars(p, vetoes.Vetoes)
		return
	}
	var acts actsFile
	var bars barsFile
	var duties dutiesFile
	l.decodeFile("acts.yaml", &acts)
	l.decodeFile("bars.yaml", &bars)
	l.decodeFile("duties.yaml", &duties)
	p.Acts, p.PartKinds, p.Decisions, p.Bars, p.Duties = acts.Acts, acts.PartKinds, acts.Decisions, bars.Bars, duties.Duties
	if p.Decisions == nil {
		p.Decisions = Table[[]string]{}
	}
	slices.SortFunc(p.Bars, func(a, b Bar) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Duties, func(a, b Duty) int { return strings.Compare(a.ID, b.ID) })
}

// loadAdvice reads what follows a verdict: parts, licences and steps.
func (l *packLoader) loadAdvice(p *Pack) {
	var components componentsFile
	var licences licencesFile
	var steps stepsFile
	l.decodeFile("components.yaml", &components)
	l.decodeFile("licences.yaml", &licences)
	l.decodeFile("steps.yaml", &steps)
	p.Components, p.Standards = components.Components, components.Standards
	p.Licences, p.Choices, p.Compatible, p.Steps = licences.Licences, licences.Choices, licences.Compatible, steps.Steps
	slices.SortFunc(p.Choices, func(a, b LicenceChoice) int { return cmp.Compare(a.Order, b.Order) })
	slices.SortFunc(p.Compatible, func(a, b Compatibility) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Steps, func(a, b Step) int { return cmp.Compare(a.Order, b.Order) })
}

func (l *packLoader) loadDimensions(p *Pack) {
	names, err := fs.Glob(l.files, "dimensions/*.yaml")
	if err != nil || len(names) == 0 {
		l.list.Add(diag.UnreadablePack(diag.Pos{File: "dimensions"}, "no files"))
		return
	}
	byID := map[string]*Dimension{}
	for _, name := range names {
		if isTestFile(name) {
			continue
		}
		var f dimensionFile
		l.decodeFile(name, &f)
		if want := strings.TrimSuffix(path.Base(name), ".yaml"); f.ID != want {
			l.list.Add(diag.InvalidPackFileName(f.At, want, f.ID))
		}
		byID[f.ID] = l.makeDimension(&f)
	}
	for _, g := range p.Groups {
		for _, id := range g.Dimensions {
			d, ok := byID[id]
			if !ok {
				l.list.Add(diag.UndefinedPackID(g.At, "dimension", id))
				continue
			}
			d.Group = g.ID
			p.Dimensions = append(p.Dimensions, *d)
			delete(byID, id)
		}
	}
	for id, d := range byID {
		l.list.Add(diag.InvalidPackNoGroup(d.At, id))
	}
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

// isTestFile reports whether a file of a pack holds tests.
func isTestFile(name string) bool { return strings.HasSuffix(path.Base(name), "_test.yaml") }

// loadExclusions reads a file that a pack need not have.
func (l *packLoader) loadExclusions() []Exclusion {
	var f exclusionsFile
	if _, err := fs.Stat(l.files, "exclusions.yaml"); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	l.decodeFile("exclusions.yaml", &f)
	return sortedBy(f.Exclusions, func(x Exclusion) string { return x.ID })
}

const counselFileName = "counsel.yaml"

type counselFile struct {
	Counsel []Counsel `tree:"counsel"`
}

// loadCounsel reads a file that a pack need not have. Its order is that of telling.
func (l *packLoader) loadCounsel() []Counsel {
	if _, err := fs.Stat(l.files, counselFileName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var f counselFile
	l.decodeFile(counselFileName, &f)
	return f.Counsel
}
