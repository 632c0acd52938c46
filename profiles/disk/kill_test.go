//go:build linux

package disk

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// killedVariable makes the test program a writer to be killed; it names a folder.
const killedVariable = "AJAR_TEST_KILLED_WRITER"

// writeUntilKilled writes files in every way, over and over, and says so each time.
func writeUntilKilled(dir string) {
	in := func(name string) string { return filepath.Join(dir, name) }
	text := []byte(strings.Repeat("whole\n", 5000))
	for i := 0; ; i++ {
		err := Write(in("written"), text, private)
		if err == nil {
			err = Save(in("saved"), text, private)
		}
		if err == nil {
			err = Update(in("updated"), private, func(old []byte) ([]byte, error) {
				if len(old) > len(text) {
					return text, nil
				}
				return append(old, text...), nil
			})
		}
		if err == nil {
			err = Create(in(fmt.Sprint("created", i)), text, private)
		}
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("written")
	}
}

// Elsewhere a new file may be left half. Here, however a program ends, what it wrote is whole, and the next one is not held up.
func TestKilledWriters(t *testing.T) {
	t.Parallel()
	for kill := range 10 {
		dir := t.TempDir()
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), killedVariable+"="+dir)
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		// Killed while it goes on writing: it does not wait for us to read.
		lines := bufio.NewReader(out)
		for range kill + 1 {
			line, err := lines.ReadString('\n')
			require.NoError(t, err)
			require.Equal(t, "written\n", line)
		}
		require.NoError(t, c.Process.Kill())
		_ = c.Wait() // it says that it was killed

		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			require.NoError(t, err)
			require.Zero(t, len(data)%len("whole\n"), e.Name())
			require.Equal(t, strings.Repeat("whole\n", len(data)/len("whole\n")), string(data))
			require.NotEmpty(t, data, e.Name())
			require.False(t, strings.HasSuffix(e.Name(), ".lock"), e.Name())
		}
		for _, name := range []string{"written", "saved", "updated"} {
			require.NoError(t, Save(filepath.Join(dir, name), []byte("next"), private))
			requireFile(t, filepath.Join(dir, name), "next", private)
			require.NoFileExists(t, siblingPath(filepath.Join(dir, name), "new"))
		}
	}
}

func TestMain(m *testing.M) {
	if dir := os.Getenv(killedVariable); dir != "" {
		writeUntilKilled(dir)
	}
	os.Exit(m.Run())
}
