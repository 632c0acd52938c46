package report

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeMethodSection says which rules and which profile the result is of.
func composeMethodSection(w *wording) []page.Block {
	p := w.pack
	out := []string{w.Method(p.Name, p.Version, shortenDigest(p.Digest), shortenDigest(w.rec.Profile.Digest()))}
	if w.rec.Option != "" {
		facts := roundToHundredth(w.rec.SituationShare)
		out = append(out, w.MethodShare(strconv.Itoa(facts), strconv.Itoa(100-facts)))
	}
	if w.version != "" {
		out = append(out, w.MethodProgram(w.version))
	}
	return page.MakeSection(w.SectionMethod(), page.MakeBlocks(page.Paragraph, [][]string{append(out, w.NoAdvice())}))
}

// shortenDigest cuts a digest to what people compare by eye.
func shortenDigest(digest string) string {
	const enough = len("sha256:") + 12
	return digest[:min(enough, len(digest))]
}
