package adr

import (
	"bytes"
	"io"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Write writes a new decision record with what people decided, see [report.ComposeRecord].
// The same arguments give the same bytes. The error is that of w or of composing.
func Write(w io.Writer, pack *rules.Pack, r *engine.Recommendation, res report.Resolution, profile string, opts ...report.WriteOption) error {
	parts, err := report.ComposeRecord(pack, r, res, profile, opts...)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(fence + "\n# ajar:begin " + frontPart + "\n")
	writeFront(&b, &res)
	b.WriteString("# ajar:end " + frontPart + "\n" + fence + "\n")
	for _, p := range parts {
		b.WriteString("\n<!-- ajar:begin " + p.Name + " -->\n\n" + p.Page.DrawMarkdown() + "\n<!-- ajar:end " + p.Name + " -->\n")
	}
	_, err = plain.NewGuard(w).Write([]byte(b.String()))
	return err
}

// Merge puts the parts of a new record into one that is there. All that stands outside of
// its marks stays as it is, byte for byte, and so does the way in which it ends lines. A
// part that it does not have is not added.
//
// The error says with its line what is wrong with the marks; name is that of the file.
func Merge(name string, old, fresh []byte) ([]byte, error) {
	there, err := parse(name, old)
	if err != nil {
		return nil, err
	}
	made, err := parse(name, fresh)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	done := 0
	for _, p := range there.parts {
		now := made.find(p.name)
		out.Write(old[done:p.from])
		text := fresh[now.from:now.to]
		if p.breaks == "\r\n" {
			text = bytes.ReplaceAll(text, []byte("\n"), []byte(p.breaks))
		}
		out.Write(text)
		done = p.to
	}
	out.Write(old[done:])
	return out.Bytes(), nil
}
