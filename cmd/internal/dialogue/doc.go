// Package dialogue asks the questions of a session line by line: it writes
// lines after one another, never goes back over what stands there, and reads
// what a person types. A screen reader, a transcript and a terminal see the
// same.
//
// It knows no question and no file: the session asks, and whoever runs the
// dialogue says how to save.
package dialogue
