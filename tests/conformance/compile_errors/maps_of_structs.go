//how: refused

package main

type P struct{ x int }

func main() {
	m := map[string]P{}
	m["a"].x = 5
	m["a"].x++
	p := &m["a"]
	for k, v := range m {
		v.y = 1
		k.z = 2
	}
	m[P{}] = P{}
	delete(m)
	delete(m, 1)
	m.x = 1
	_ = p
	m["b"] = &P{}
}
