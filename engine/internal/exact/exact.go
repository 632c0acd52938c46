// Package exact does arithmetic that gives the same bits on every platform.
package exact

// Mul multiplies, rounded by itself. Where a product is added to something, a
// compiler may leave out the rounding in between (on arm64, s390x and ppc64, and
// on amd64 with GOAMD64=v3), and results would differ between platforms. The
// conversion forbids it, so it has to stay: see "Floating point" in METHOD.md.
func Mul(a, b float64) float64 { return float64(a * b) }
