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
