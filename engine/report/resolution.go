package report

// The words for the status of a record that mean something to ajar. People may write any
// other, such as "rejected" or "superseded by ADR-0007", which is kept.
const (
	StatusProposed = "proposed" // nobody has decided
	StatusAccepted = "accepted"
)

// Resolution is what people decided, as a decision record keeps it. The zero Resolution
// says that nobody has.
type Resolution struct {
	Status   string   // "" is StatusProposed
	Form     string   // what was decided, by the id of a form; "" if that is not kept
	Deciders []string // by name
	Because  string
	// Advised is the form that was advised when this was decided, "" for none.
	Advised string
}

// IsOpen reports whether nobody has decided.
func (r *Resolution) IsOpen() bool { return r.Status == "" || r.Status == StatusProposed }
