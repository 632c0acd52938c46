// Package outlook bounds what open answers can still do to a choice, and says which
// of them have to be asked.
package outlook
