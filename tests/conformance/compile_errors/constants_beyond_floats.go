//how: refused

package main

const a = 1e300 * 1e300
const b = 1.5e-700
const c = -7.25e1000
const d = 123456789e400
const e = 9.9999999e999
const f = 1e-4000 / 3
const g = 1 << 500 * 1e300

func main() {
	var _ float64 = a
	var _ string = b
	var _ float64 = c
	var _ float32 = d
	var _ string = e
	var _ int = f
	var _ float64 = g
	var _ float64 = 2e308
}
