package report

// Extent says how much a report says.
type Extent string

// The extents. A card fits one screen, a page some sixty lines; neither keeps back that
// there is more: what they do not tell they count.
const (
	CardExtent Extent = "card"
	PageExtent Extent = "page"
	FullExtent Extent = "full"
)

// Extents lists the extents, the shortest first.
func Extents() []Extent { return []Extent{CardExtent, PageExtent, FullExtent} }

// Length chooses how much [Write] says as text and Markdown, [FullExtent] by default and
// for anything else. JSON leaves nothing out, whatever the length.
func Length(x Extent) WriteOption { return func(s *writeSettings) { s.extent = x } }
