// Package evaluate gives every argument its mass, every option its value, and the
// choice among them: nominally, and with the bounds that open facts allow.
package evaluate
