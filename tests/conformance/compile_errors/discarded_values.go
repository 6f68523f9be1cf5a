//how: refused

package main

func two() (int, error) { return 1, nil }

type T struct{ n int }

func main() {
	c := make(chan int)
	c <- two()
	m := map[string]int{"a": two()}
	m["x"] = two()
	switch two() {
	}
	_ = two().x
	a := []int{1}
	_ = a[two()]
	_ = T{two()}
	_ = -two()
}
