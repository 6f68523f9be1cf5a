//how: refused

package main

const big complex64 = 1e39i

const c128 = 1e400i

var v complex128 = 1e400i
var u complex64 = 1e39

func complex128(x int) {}

func main() {
	const z = 1 + 2i
	var r rune = 'a' + 1i
	var s string = z
	var u8 uint8 = z * 1i
	var i interface{ M() } = z
	switch z {
	case 1i, 1i:
	}
	_ = map[complex64]int{1i: 1, 1i: 2}
	_ = z.x
	z()
	z[0] = 1
	var big int = 1e30i * -1i
	var p *complex64 = &z
	_ = 08i + 0x1pi
}
