package report

import (
	"io"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// WriteOption changes how [Write] writes.
type WriteOption func(*writeSettings)

type writeSettings struct {
	lang       string
	width      int
	color      bool
	accessible bool
	version    string
	positions  map[string]diag.Pos
	records    []WordRecord
	recordsOf  rules.Identity
	extent     Extent
	footer     string
	table      string
	leftOut    *engine.Omissions
	unfolded   bool
	resolution *Resolution
	checked    string
}

// applyOptions gives the settings, those that are not set as they are by default.
func applyOptions(opts []WriteOption) *writeSettings {
	s := &writeSettings{lang: "en", width: defaultWidth}
	for _, o := range opts {
		if o != nil {
			o(s)
		}
	}
	return s
}

// newGuard makes what all text goes through on its way to w.
func (s *writeSettings) newGuard(w io.Writer) io.Writer {
	if s.color {
		return plain.NewGuard(w, page.Marks()...)
	}
	return plain.NewGuard(w)
}

// Lang chooses the language: "zh" for Simplified Chinese, English for anything
// else and by default. Ids are the same in every language.
func Lang(l string) WriteOption { return func(s *writeSettings) { s.lang = l } }

// Width is the greatest number of terminal columns of a line of [Text], 80 by
// default; less than 20 counts as 20. Only an id longer than that is wider.
func Width(n int) WriteOption { return func(s *writeSettings) { s.width = max(n, minWidth) } }

// Color turns colours of [Text] on; they are off by default and never the only
// sign of anything.
func Color(on bool) WriteOption { return func(s *writeSettings) { s.color = on } }

// Accessible writes [Text] for screen readers: no bars and no tables, one
// statement a line. It is off by default.
func Accessible(on bool) WriteOption { return func(s *writeSettings) { s.accessible = on } }

// Version names the program in the report, "" (the default) leaves it out.
func Version(v string) WriteOption { return func(s *writeSettings) { s.version = v } }

// Positions says where the answers stand, as profiles.WithPositions notes it, so
// that a warning can name their lines.
func Positions(at map[string]diag.Pos) WriteOption {
	return func(s *writeSettings) { s.positions = at }
}

// Records says how often the words about the stance were right on documented
// decisions, counted with one pack. A report quotes the record of the word that it says,
// as long as that pack made the recommendation; of other packs nothing is known.
func Records(of rules.Identity, list []WordRecord) WriteOption {
	return func(s *writeSettings) { s.recordsOf, s.records = of, list }
}

// Footer is the last line of a card or a page: how the program that shows it goes on.
func Footer(text string) WriteOption { return func(s *writeSettings) { s.footer = text } }

const (
	minWidth     = 20
	defaultWidth = 80
)

// Length chooses how much [Write] says as text and Markdown, [FullExtent] by default and
// for anything else. JSON leaves nothing out, whatever the length.
func Length(x Extent) WriteOption { return func(s *writeSettings) { s.extent = x } }

// LeftOut says that the profile is one for the public, as [engine.Profile.Public] gives it,
// and what was left out of it; the report tells how much that is.
func LeftOut(n engine.Omissions) WriteOption { return func(s *writeSettings) { s.leftOut = &n } }

// Unfolded shows all parts of a page that may be folded, as for those who work with it.
func Unfolded(on bool) WriteOption { return func(s *writeSettings) { s.unfolded = on } }

// Decided says on the first sheet of [ComposeBoard] what people decided, who they are and
// why; without it there is room to write that by hand.
func Decided(res Resolution) WriteOption { return func(s *writeSettings) { s.resolution = &res } }

// CheckSaved names the file that is to be checked, as a command takes it, where the profile
// does not stand in it as it was decided: [ComposeRecord] tells people to save it there first.
// Without it a check reads what a command calls the profile.
func CheckSaved(file string) WriteOption { return func(s *writeSettings) { s.checked = file } }
