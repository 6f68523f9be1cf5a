//how: refused

package main

func main() {
	var m map[string]int
	m.a = 1
	m["a"] = "b"
	v, ok, z := m["a"]
	var s string = m["x"]
	m = []int{}
	m[nil] = 1
	for k, v := range m {
		var i int = k
		var t string = v
		_, _ = i, t
	}
	n := map[func()]int{}
	_, _, _, _, _ = v, ok, z, s, n
}
