//how: refused

package main

type T struct{ _ int }

func _()          {}
func f(_ int) int { return _ }

func main() {
	x := _
	var t T
	t._ = 1
	_ = _
	_ += 1
	for _ := range 3 {
	}
	_.foo()
}
