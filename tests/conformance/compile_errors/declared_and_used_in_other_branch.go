//how: refused

package main

func main() {
	var result int
	if true {
		result := 5
	}
	x, err := 1, error(nil)
	if x > 0 {
		y, err := 2, error(nil)
		_ = y
	}
	var unusedFunc = func() {}
	for {
		k := 0
		k++
		break
	}
	_ = err
	ch := make(chan int)
	m := map[string]int{}
	m["x"] = 1
	p := &x
	*p = 5
}
