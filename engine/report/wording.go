package report

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// wording makes the sentences about one recommendation in one language.
type wording struct {
	texts
	pack    *rules.Pack // that made it
	rec     *engine.Recommendation
	version string
	footer  string
	leftOut *engine.Omissions // nil if the profile is whole
	// resolution is what people decided, nil if nobody said so.
	resolution *Resolution
	// positions say where the answers stand.
	positions map[string]diag.Pos
	// records are those of the pack that made the recommendation.
	records []WordRecord

	results        map[string]*engine.OptionResult
	dimensionShare map[string]int // of all weight, by dimension, of 100
}

func newWording(pack *rules.Pack, r *engine.Recommendation, s *writeSettings) *wording {
	w := &wording{
		texts: textsIn(s.lang), pack: pack, rec: r, version: s.version, footer: s.footer, leftOut: s.leftOut, resolution: s.resolution, positions: s.positions,
		results:        indexByID(r.Options, func(x *engine.OptionResult) string { return x.ID }),
		dimensionShare: roundDimensionShares(r),
	}
	if s.recordsOf == pack.Identity() {
		w.records = s.records
	}
	return w
}

// What a report cannot do without.
var (
	// ErrMissing says that there is no recommendation, or no pack with its texts.
	ErrMissing = errors.New("report: a recommendation and the pack that made it are needed")
	// ErrNotAnalysed says that a recommendation says nothing on what would change it.
	ErrNotAnalysed = errors.New("report: the recommendation has no analysis; engine.Engine.Analyse makes one that has")
)

// checkPack refuses a pack that did not make the recommendation: its texts would
// be about other rules, or missing.
func checkPack(pack *rules.Pack, r *engine.Recommendation) error {
	if pack == nil || r == nil {
		return ErrMissing
	}
	if have := pack.Identity(); have != r.Rules {
		return fmt.Errorf("report: the recommendation was made by the pack %s@%s (%s); this pack is %s@%s (%s)",
			r.Rules.Name, r.Rules.Version, r.Rules.Digest, have.Name, have.Version, have.Digest)
	}
	return nil
}

// findForm finds the form that is advised, nil if there is none.
func (w *wording) findForm() *rules.Form {
	if w.rec.Form == "" {
		return nil
	}
	return w.pack.Option(w.rec.Option).Form(w.rec.Form)
}

// findTodaysForm finds the form that may be done now, nil if nothing may.
func (w *wording) findTodaysForm() *rules.Form {
	if w.rec.Today.Form == "" {
		return nil
	}
	return w.pack.Option(w.rec.Today.Option).Form(w.rec.Today.Form)
}

// nameForm gives the name of the form that is advised, as it stands in a sentence.
func (w *wording) nameForm() string { return w.Quoted(w.findForm().Title.In(w.Lang)) }

// nameOption gives the name of an option, as it stands in a sentence; "" for none.
func (w *wording) nameOption(id string) string {
	if id == "" {
		return ""
	}
	return w.Quoted(w.pack.Option(id).Title.In(w.Lang))
}

// nameRelease gives the name of an option or of a form; "" for none.
func (w *wording) nameRelease(id string) string {
	if id == "" || w.pack.Option(id) != nil {
		return w.nameOption(id)
	}
	_, f := w.pack.Form(id)
	return w.Quoted(f.Title.In(w.Lang))
}

func (w *wording) nameOptions(ids []string) string { return w.joinNames(ids, w.nameOption) }

func (w *wording) namePriority(id string) string {
	return w.pack.Priority(id).Title.In(w.Lang)
}

func (w *wording) nameFact(id string) string { return w.pack.Fact(id).Title.In(w.Lang) }

// nameComponent names a part: as its owner does, or as the pack.
func (w *wording) nameComponent(id string) string {
	if p := w.findOwnPart(id); p != nil {
		return cmp.Or(p.Title, p.ID)
	}
	return w.pack.Component(id).Title.In(w.Lang)
}

// nameComponents gives the names of components.
func (w *wording) nameComponents(components []string) []string {
	out := make([]string, len(components))
	for i, id := range components {
		out[i] = w.nameComponent(id)
	}
	return out
}

// joinNames lists ids by their names.
func (w *wording) joinNames(ids []string, name func(string) string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = name(id)
	}
	return w.List(out)
}

// quoteFact gives the name of a fact as that of a question in a sentence.
func (w *wording) quoteFact(id string) string { return w.Quoted(w.nameFact(id)) }

// joinNamesThenIDs lists facts or priorities by name, and behind the last their ids.
func (w *wording) joinNamesThenIDs(ids []string, name func(string) string) string {
	return w.WithID(w.joinNames(ids, name), w.joinIDs(ids))
}

// joinNamesWithIDs lists facts or priorities by name and id.
func (w *wording) joinNamesWithIDs(ids []string, name func(string) string) string {
	return w.joinNames(ids, func(id string) string { return w.WithID(name(id), id) })
}

func (w *wording) nameStance(s rules.Stance) string {
	switch s {
	case rules.Open:
		return w.StanceOpen()
	case rules.Mixed:
		return w.StanceMixed()
	}
	return w.StanceClosed()
}

// nameStanceInCapitals is the stance of the verdict in capitals, where a script has them.
func (w *wording) nameStanceInCapitals() string {
	return strings.ToUpper(w.nameStance(w.rec.Stance))
}

func (w *wording) findOptionValue(option string) float64 { return w.results[option].Value.Nominal }

func (w *wording) keepUnknown(facts []string) []string {
	var out []string
	for _, f := range facts {
		if slices.Contains(w.rec.Unknown, f) {
			out = append(out, f)
		}
	}
	return out
}

func (w *wording) isRecommended(option string) bool { return option == w.rec.Option }

func (w *wording) hasRecommendedStance(option string) bool {
	return w.pack.Option(option).Stance == w.rec.Stance
}

// mapWith is mapList for what needs the words.
func mapWith[T, U any](w *wording, in []T, f func(*wording, *T) U) []U {
	return mapList(in, func(x *T) U { return f(w, x) })
}

// joinPhrases lists phrases that may hold commas of their own.
func (w *wording) joinPhrases(list []string) string { return strings.Join(list, w.Semicolon()) }

// trimFullStop takes the full stop from a sentence, to go on after it.
func trimFullStop(s string) string { return strings.TrimRight(s, ".。") }

// findOwnPart finds a part that the owner names, nil if there is none of this id.
func (w *wording) findOwnPart(id string) *engine.Part {
	parts := w.rec.Profile.Parts
	if i := slices.IndexFunc(parts, func(p engine.Part) bool { return p.ID == id }); i >= 0 {
		return &parts[i]
	}
	return nil
}

// joinIDs lists ids, which are no words of a sentence.
func (w *wording) joinIDs(ids []string) string { return strings.Join(ids, w.BetweenTerms()) }
