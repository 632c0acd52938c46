package rules

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Load reads and checks a pack. The file system holds pack.yaml, facts.yaml,
// priorities.yaml, options.yaml, acts.yaml, bars.yaml, duties.yaml,
// components.yaml, licences.yaml, steps.yaml, sources.yaml, glossary.yaml and one file a dimension under
// dimensions/, and may hold exclusions.yaml, counsel.yaml and sheet.yaml; files that end in _test.yaml are left out.
// What is long may be split: the facts over the files of a folder facts/, the options over those of
// options/, and a dimension over those of dimensions/ID/, each of which holds some of its keys, or some
// entries of a list. Such files stand beside or in place of facts.yaml, options.yaml and dimensions/ID.yaml,
// and are read in the order of their names.
//
// Texts in these files are English. Those in another language stand in files of the same names in a
// folder that is named after the language, such as zh/facts.yaml; what is
// missing there is shown in English. The error holds all mistakes of all files
// as a [diag.List]: first those of files that cannot be read at all, each of which is
// told once. What such a file would have said is not missed elsewhere.
//
// Files may be a stranger's: pipes and devices are not opened, and [MaxFiles] and the
// other bounds keep time and memory small.
func Load(files fs.FS) (*Pack, error) {
	if files == nil {
		return nil, fmt.Errorf("rules: there are no files: %w", fs.ErrInvalid)
	}
	l := packLoader{files: packFiles{FS: files}, known: map[string]bool{}}
	l.languages = listLanguages(&l.files)
	p := l.loadPack()
	l.refuseStrayTexts()
	if len(l.unread)+len(l.list) == 0 {
		p.collectMistakes(&l.list)
	}
	l.unread.Add(l.unreadTexts...)
	l.list.Add(l.texts...)
	if l.isOver {
		return nil, l.unread
	}
	if list := append(l.unread.Sorted(), l.list.Sorted()...); len(list) > 0 {
		return nil, list
	}
	p.Digest = p.computeDigest()
	return p, nil
}

func (l *packLoader) loadPack() *Pack {
	var head headFile
	var priorities prioritiesFile
	var sources sourcesFile
	var glossary glossaryFile
	l.decodeFile("pack.yaml", &head)
	areGroupsRead := len(l.unread)+len(l.list) == 0
	l.decodeFile("priorities.yaml", &priorities)
	l.decodeFile("sources.yaml", &sources)
	l.decodeFile("glossary.yaml", &glossary)
	p := &Pack{
		Name: head.Name, Version: head.Version, Groups: head.Groups, Constants: head.Constants, Asking: head.Asking,
		Priorities: priorities.Priorities, Sources: sources.Sources, Terms: glossary.Terms,
	}
	decodeParts(l, "facts", func(f *factsFile) { p.Facts = append(p.Facts, f.Facts...) })
	decodeParts(l, "options", func(f *optionsFile) { p.Options = append(p.Options, f.Options...) })
	slices.SortFunc(p.Options, func(a, b Option) int { return cmp.Compare(a.Step, b.Step) })
	l.loadLaw(p)
	l.loadDimensions(p, areGroupsRead)
	l.loadAdvice(p)
	p.Exclusions, p.Counsel, p.Sheet = l.loadExclusions(), l.loadCounsel(), l.loadSheet()
	return p
}

// loadLaw reads what releases do, and what law, contract and safety say to it. A
// pack of the first version has vetoes in its place.
func (l *packLoader) loadLaw(p *Pack) {
	if l.files.has(olderVetoesFile) {
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

// loadExclusions reads a file that a pack need not have.
func (l *packLoader) loadExclusions() []Exclusion {
	var f exclusionsFile
	if !l.files.has("exclusions.yaml") {
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
	if !l.files.has(counselFileName) {
		return nil
	}
	var f counselFile
	l.decodeFile(counselFileName, &f)
	return f.Counsel
}

const sheetFileName = "sheet.yaml"

type sheetFile struct {
	Sheet []SheetQuestion `tree:"sheet"`
}

// loadSheet reads a file that a pack need not have. Its order is that of the sheet.
func (l *packLoader) loadSheet() []SheetQuestion {
	if !l.files.has(sheetFileName) {
		return nil
	}
	var f sheetFile
	l.decodeFile(sheetFileName, &f)
	return f.Sheet
}
