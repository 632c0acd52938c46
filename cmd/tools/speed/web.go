package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

// printWeb prints how large ajar is in a page, as a server would send it, and how long Node
// takes from its start to the first question.
func printWeb(root, dir string) error {
	file := filepath.Join(dir, "embedded.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, "cmd/tools/speed/testdata/embedded/main.go")
	build.Dir, build.Env, build.Stderr = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm"), os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building for WebAssembly: %w", err)
	}
	code, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var sent bytes.Buffer
	w := brotli.NewWriterLevel(&sent, brotli.BestCompression)
	if _, err := w.Write(code); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%-48s %12.2f MB, %.2f with brotli, aim 1.3\n", "WebAssembly", float64(len(code))/1e6, float64(sent.Len())/1e6)
	if _, err := exec.LookPath("node"); err != nil {
		fmt.Printf("%-48s not measured: node is not here\n", "WebAssembly, to the first question")
		return nil
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	var times []float64
	for range starts {
		before := time.Now()
		if err := exec.Command("node", filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec_node.js"), file).Run(); err != nil {
			return fmt.Errorf("node: %w", err)
		}
		times = append(times, time.Since(before).Seconds())
	}
	fmt.Printf("%-48s %12.2f s in Node, aim 0.5\n", "WebAssembly, to the first question", median(times))
	return nil
}
