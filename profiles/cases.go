package profiles

import (
	"embed"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/detach"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/tree"
)

//go:embed cases/*.yaml cases/*/*.yaml
var caseFiles embed.FS

// CaseInfo describes a documented decision: what an owner did in the situation
// that the case's profile describes, as far as it was known before. No rule
// and no number of the core pack rests on a case.
type CaseInfo struct {
	At diag.Pos
	// Name is the id of the case. Title and About say what was decided on and
	// in which situation.
	Name  string
	Title rules.Text
	About rules.Text
	Owner rules.Text `tree:"owner"`
	Year  int        `tree:"year"`
	// Outcome is what was done; AlsoAcceptable lists other stances that a
	// careful expert could defend.
	Outcome        engine.Stance   `tree:"outcome"`
	AlsoAcceptable []engine.Stance `tree:"also_acceptable,optional"`
	// OutcomeOptions are the options of the core pack that count as what was done.
	OutcomeOptions []string   `tree:"outcome_options"`
	Detail         rules.Text `tree:"detail"`
	Note           rules.Text `tree:"note,optional"`
	// PriorityBasis says whether the weights were stated in public, inferred
	// (and so may echo the outcome), or mixed.
	PriorityBasis string `tree:"priority_basis"`
	// Confidence is how well the case is documented: high or medium.
	Confidence string `tree:"confidence"`
	// Cluster names decisions that look alike, "" if the case stands alone.
	Cluster string       `tree:"cluster,optional"`
	Sources []CaseSource `tree:"sources"`
}

// CaseSource is where a case is documented. Basis says how that is known.
type CaseSource struct {
	At    diag.Pos
	Basis rules.Mark `tree:"basis"`
	Ref   string     `tree:"ref"`
}

// embeddedCase is a case with its answers.
type embeddedCase struct {
	info  CaseInfo
	layer *layer.Layer
}

// embeddedCases reads the embedded cases once, in the order of their names.
var embeddedCases = sync.OnceValue(func() []embeddedCase {
	entries, err := caseFiles.ReadDir("cases")
	if err != nil {
		panic("profiles: the cases are part of the program: " + err.Error())
	}
	var out []embeddedCase
	for _, e := range entries {
		if e.IsDir() {
			continue // texts in another language
		}
		data, err := caseFiles.ReadFile("cases/" + e.Name())
		if err != nil {
			panic("profiles: the cases are part of the program: " + err.Error())
		}
		c, list := readCase(newConfig(nil), "cases/"+e.Name(), data)
		if len(list) > 0 {
			// The cases are part of the program and checked by its tests.
			panic("profiles: a case is broken: " + list.Error())
		}
		out = append(out, c)
	}
	return out
})

// readCase reads a profile that has a section "case" besides.
func readCase(c *config, file string, data []byte) (embeddedCase, diag.List) {
	name := strings.TrimSuffix(path.Base(file), ".yaml")
	root, list := tree.ParseYAML(file, data)
	if root == nil {
		return embeddedCase{}, list
	}
	out := embeddedCase{}
	rest := *root
	rest.Fields = slices.DeleteFunc(slices.Clone(root.Fields), func(f tree.Field) bool { return f.Key == "case" })
	out.layer, list = layer.Read(&rest, CasePrefix+name, c.pack, nil)
	if n := root.Get("case"); n == nil {
		list.Add(diag.MissingKey(root.At, "case"))
	} else {
		tree.Decode(n, &out.info, &list)
	}
	out.info.Name, out.info.Title, out.info.About = name, out.layer.Title, out.layer.About
	list.Add(translateCase(&out.info)...)
	return out, list
}

// translateCase adds the texts of a case in other languages, each of which has
// a folder beside the cases.
func translateCase(c *CaseInfo) diag.List {
	texts := struct {
		Title rules.Text `tree:"title"`
		About rules.Text `tree:"about"`
		Case  *CaseInfo  `tree:"case"`
	}{c.Title, c.About, c}
	var list diag.List
	for _, code := range lang.All() {
		file := "cases/" + code + "/" + c.Name + ".yaml"
		data, err := caseFiles.ReadFile(file)
		if err != nil {
			continue // it has none; a test of the cases demands Chinese
		}
		n, mistakes := tree.ParseTexts(file, data)
		list.Add(mistakes...)
		if n != nil {
			tree.Translate(n, &texts, code, &list)
		}
	}
	c.Title, c.About = texts.Title, texts.About
	return list
}

// Cases lists the documented decisions, sorted by name.
func Cases() []CaseInfo {
	out := slices.Clone(caseInfos)
	detach.Detach(&out)
	return out
}

// readCaseInfos reads what the cases say of themselves. The program does not: it holds
// caseInfos as generated code.
func readCaseInfos() []CaseInfo {
	infos := make([]CaseInfo, len(embeddedCases()))
	for i, c := range embeddedCases() {
		infos[i] = c.info
	}
	return infos
}

// Case reads the profile of a documented decision. An unknown name is AJ229
// with a suggestion; the other errors are those of [Load].
func Case(name string, opts ...LoadOption) (engine.Profile, error) {
	names := make([]string, len(embeddedCases()))
	for i, c := range embeddedCases() {
		if names[i] = c.info.Name; names[i] == name {
			return newConfig(opts).buildProfile([]*layer.Layer{c.layer}, nil)
		}
	}
	return engine.Profile{}, diag.List{diag.UnknownCase(diag.Pos{}, name).OneOf(name, names)}
}
