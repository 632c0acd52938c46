package tree

import "github.com/ajar-decision/ajar/rules/diag"

// Join adds to a map what another one says, as if both stood in one file: lists
// of the same key are put together, and so are maps. Any other key may stand in one
// of them only.
func Join(to, from *Node, list *diag.List) {
	for _, f := range from.Fields {
		there := to.Get(f.Key)
		switch {
		case there == nil:
			to.Fields = append(to.Fields, f)
		case there.Kind == Map && f.Value.Kind == Map:
			Join(there, f.Value, list)
		case there.Kind == List && f.Value.Kind == List:
			there.Items = append(there.Items, f.Value.Items...)
		default:
			list.Add(diag.DuplicatePackID(f.At, "key", f.Key))
		}
	}
}
