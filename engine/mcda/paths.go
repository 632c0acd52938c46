package mcda

import "github.com/ajar-decision/ajar/engine/internal/exact"

// paths are those ways to cut a simplex that end with certain corners. Each
// passes crossings above 0 first and then others. With what all of them have in
// common these are two chains; from where they meet the recursion of Share runs
// along both, to their far ends.
type paths struct {
	*cut
	exit         int // how many corners toward are left at the end
	above, below chain
	common       int       // the last element above that all paths have
	table        []float64 // shares by element of above and of below
}

// chain is what paths pass, in an order in which links lead back: sizes of values
// on one side of 0. Element 0 is its far end.
type chain struct {
	sizes []float64
	links []link
	at    []int // where the crossing of a piece stands
}

// link leads to two elements, each with the part of the paths that goes there.
type link struct {
	to   [2]int
	part [2]float64
}

// sharePaths adds up all pieces. A corner toward with a value above 0 belongs to the
// chain above as long as it is left, so each number of these that is left at the
// end has chains of its own. The first exit stands for all ends without them.
func sharePaths(c *cut) float64 {
	p := paths{cut: c}
	p.above.at, p.below.at = make([]int, len(c.crossings)), make([]int, len(c.crossings))
	sum := 0.0
	for p.exit = max(1, c.falling); p.exit <= len(c.toward); p.exit++ {
		p.fillAbove()
		p.fillBelow()
		p.fillTable()
		sum += p.addShares()
	}
	return sum
}

// lastRow is the least number of corners toward that a path comes down to.
func (p *paths) lastRow() int {
	if p.exit > p.falling {
		return p.exit
	}
	return 1
}

// end gives the element below that follows when i corners toward and none against
// are left, and whether such a path is one of these.
func (p *paths) end(i int) (int, bool) {
	if p.exit > p.falling {
		return len(p.borderBelow) + p.falling, i == p.exit
	}
	return len(p.borderBelow) + i, i <= p.falling
}

func (l *chain) reset() {
	l.sizes, l.links = append(l.sizes[:0], 0), append(l.links[:0], link{})
}

// push adds what all paths pass after what is there.
func (l *chain) push(size float64) { l.add(size, l.afterLast()) }

func (l *chain) afterLast() link {
	return link{to: [2]int{len(l.sizes) - 1, 0}, part: [2]float64{1, 0}}
}

func (l *chain) add(size float64, before link) {
	l.sizes, l.links = append(l.sizes, size), append(l.links, before)
}

// fillAbove adds the crossings above 0 in the order in which paths pass them.
func (p *paths) fillAbove() {
	l := &p.above
	l.reset()
	for _, size := range p.borderAbove {
		l.push(size)
	}
	for _, k := range p.toward[min(p.falling, p.exit):p.exit] {
		l.push(k.value)
	}
	p.common = len(l.sizes) - 1
	width := len(p.against)
	for i := len(p.toward); i >= p.lastRow(); i-- {
		for j := width; j > p.others[i-1]; j-- {
			at := (i-1)*width + j - 1
			from := l.afterLast()
			if i < len(p.toward) || j < width {
				from = link{}
			}
			if j < width {
				from.to[0], from.part[0] = l.at[at+1], p.keepToward(i, j+1)
			}
			if i < len(p.toward) {
				from.to[1], from.part[1] = l.at[at+width], 1-p.keepToward(i+1, j)
			}
			l.at[at] = len(l.sizes)
			l.add(p.crossings[at], from)
		}
	}
}

// fillBelow adds the other crossings against the order in which paths pass them.
func (p *paths) fillBelow() {
	l := &p.below
	l.reset()
	for _, size := range p.borderBelow {
		l.push(size)
	}
	for _, k := range p.toward[:min(p.falling, p.exit)] {
		l.push(-k.value)
	}
	for i := p.lastRow(); i <= len(p.toward); i++ {
		for j := 1; j <= p.others[i-1]; j++ {
			at := (i-1)*len(p.against) + j - 1
			l.at[at] = len(l.sizes)
			l.add(max(0, -p.crossings[at]), p.next(i, j))
		}
	}
}

// next leads from a piece to those below that are cut from it.
func (p *paths) next(i, j int) link {
	var to link
	part := p.keepToward(i, j)
	if at, ok := p.find(i, j-1); ok {
		to.to[0], to.part[0] = at, part
	}
	if i > p.lastRow() {
		if at, ok := p.find(i-1, j); ok {
			to.to[1], to.part[1] = at, 1-part
		}
	}
	return to
}

// find gives the element below of a piece, if it has one.
func (p *paths) find(i, j int) (int, bool) {
	if j == 0 {
		return p.end(i)
	}
	return p.below.at[(i-1)*len(p.against)+j-1], !p.isAbove(i, j)
}

// fillTable fills, for each element above and below, the share of the pieces with
// these two and all that stand behind them on their chains, times the part of the
// paths that these are: f(i, j) of Share, where i-1 and j-1 are means over links.
// With nothing below the share is 1, with nothing above 0.
func (p *paths) fillTable() {
	width := len(p.below.sizes)
	p.table = append(p.table[:0], make([]float64, len(p.above.sizes)*width)...)
	p.table[0] = 1
	for s, size := range p.above.sizes {
		if s == 0 {
			continue
		}
		back := &p.above.links[s]
		row := p.table[s*width:][:width]
		first, second := p.table[back.to[0]*width:][:width], p.table[back.to[1]*width:][:width]
		for t, against := range p.below.sizes {
			above := exact.Mul(back.part[0], first[t]) + exact.Mul(back.part[1], second[t])
			if t == 0 {
				row[t] = above
				continue
			}
			ahead := &p.below.links[t]
			below := exact.Mul(ahead.part[0], row[ahead.to[0]]) + exact.Mul(ahead.part[1], row[ahead.to[1]])
			u := against / (size + against)
			row[t] = exact.Mul(u, above) + exact.Mul(1-u, below)
		}
	}
}

// addShares adds up over all places where paths go from above to below.
func (p *paths) addShares() float64 {
	width := len(p.below.sizes)
	sum := 0.0
	if at, ok := p.find(len(p.toward), len(p.against)); ok {
		sum += p.table[p.common*width+at]
	}
	for i := len(p.toward); i >= p.lastRow(); i-- {
		for j := len(p.against); j > p.others[i-1]; j-- {
			row := p.table[p.above.at[(i-1)*len(p.against)+j-1]*width:][:width]
			to := p.next(i, j)
			sum += exact.Mul(to.part[0], row[to.to[0]]) + exact.Mul(to.part[1], row[to.to[1]])
		}
	}
	return sum
}
