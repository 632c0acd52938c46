package main

// file is a generated file.
type file struct {
	path string
	data []byte
}
