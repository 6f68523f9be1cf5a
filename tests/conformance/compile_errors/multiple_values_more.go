//how: refused

package main

func two() (int, error) { return 1, nil }

func f(n int) {}

type T struct{ n int }

func main() {
	f(two())
	_ = T{two()}
	c := make(chan int)
	c <- two()
	m := map[string]int{"a": two()}
	m["x"] = two()
	switch two() {
	}
	go two
	_ = two().x
	a := []int{1}
	_ = a[two()]
}
