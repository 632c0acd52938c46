package batch

import (
	"strconv"
	"time"
)

// Progress is how far a run has come.
type Progress struct {
	Profiles, Mistaken int
	Elapsed            time.Duration
	Read, Size         int64 // bytes of the input; Size is 0 if that is not known
}

// Phrase says how far a run has come in one line of at most so many columns, by the
// measure of columns: what matters least is left out first.
func (p Progress) Phrase(lang string, columns int, measure func(string) int) string {
	t := textsIn(lang)
	parts := []string{t.ProgressDone(GroupDigits(p.Profiles))}
	if seconds := p.Elapsed.Seconds(); seconds > 0 {
		parts = append(parts, t.ProgressRate(GroupDigits(int(float64(p.Profiles)/seconds))))
	}
	if p.Size > 0 && p.Read > 0 {
		left := float64(p.Elapsed) * float64(p.Size-p.Read) / float64(p.Read)
		parts = append(parts, t.ProgressLeft(phraseTime(t, time.Duration(max(0, left)))))
	}
	if p.Mistaken > 0 {
		parts = append(parts, t.ProgressMistaken(GroupDigits(p.Mistaken)))
	}
	line := parts[0]
	for _, part := range parts[1:] {
		longer := t.ProgressJoin(line, part)
		if measure(longer) > columns {
			break
		}
		line = longer
	}
	return line
}

// phraseTime says a time in seconds, minutes or hours.
func phraseTime(t texts, d time.Duration) string {
	switch {
	case d < 100*time.Second:
		return t.Seconds(strconv.Itoa(int(d.Round(time.Second).Seconds())))
	case d < 100*time.Minute:
		return t.Minutes(strconv.Itoa(int(d.Round(time.Minute).Minutes())))
	}
	return t.Hours(strconv.Itoa(int(d.Round(time.Hour).Hours())))
}

// GroupDigits writes a number in groups of three digits.
func GroupDigits(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
