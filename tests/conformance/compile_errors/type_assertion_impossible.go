//how: refused

package main

type T struct{}

func (t *T) Error() string { return "" }

type U struct{}

func main() {
	var e error
	_ = e.(T)
	_ = e.(U)
	_ = e.(*T)
	x := 5
	_ = x.(int)
	switch e.(type) {
	case U:
	case *T:
	}
	switch x.(type) {
	}
}
