// Command ajar recommends whether to release software or an AI model open,
// mixed or closed. "ajar help" says how to use it.
package main

import (
	"os"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

func main() {
	cli.ExitOnSignal()
	os.Exit(cli.Main(os.Args[1:], cli.ProcessSurroundings()))
}
