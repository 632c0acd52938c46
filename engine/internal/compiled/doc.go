// Package compiled holds a pack in numbers: facts with their values cut into pieces,
// conditions over them, arguments with their shares and captures. Everything has an
// index, in an order that no file decides. A profile is read into the same numbering.
package compiled
