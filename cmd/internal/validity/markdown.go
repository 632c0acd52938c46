package main

import (
	"fmt"
	"strings"
)

func writeRow(b *strings.Builder, cells ...any) {
	for _, c := range cells {
		fmt.Fprintf(b, "| %v ", c)
	}
	b.WriteString("|\n")
}

func writeHeading(b *strings.Builder, title string, cells ...any) {
	fmt.Fprintf(b, "\n## %s\n\n", title)
	writeRow(b, cells...)
	b.WriteString(strings.Repeat("|---", len(cells)) + "|\n")
}
