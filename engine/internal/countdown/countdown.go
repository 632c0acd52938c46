// Package countdown has a context for tests that ends after it was looked at a number of
// times: work is counted, and no clock.
package countdown

import (
	"context"
	"sync/atomic"
)

// Context is done from the look after the last that is left on. Make it with New.
type Context struct {
	context.Context
	most  int64
	looks atomic.Int64
}

// New makes a context that is done after a number of looks.
func New(parent context.Context, most int64) *Context {
	return &Context{Context: parent, most: most}
}

// Err counts a look; [context.Canceled] once none is left.
func (c *Context) Err() error {
	if c.looks.Add(1) > c.most {
		return context.Canceled
	}
	return nil
}

// Looks is how many looks there were.
func (c *Context) Looks() int64 { return c.looks.Load() }

// Late is how many of them were after the end.
func (c *Context) Late() int64 { return max(0, c.looks.Load()-c.most) }
