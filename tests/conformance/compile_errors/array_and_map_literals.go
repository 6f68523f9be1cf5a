//how: refused

package main

func main() {
	_ = []int{"a", 1, 2.5}
	_ = map[string]int{"a": "b", 1: 2}
	_ = map[string]int{"a"}
	_ = [2]int{1, 2, 3}
	_ = []string{1: 2}
	_ = map[[]int]string{}
	_ = [...]int{5: 1, "x"}
	_ = []int{"a": 1}
	_ = [][]int{{1}, 2}
	var a [...]int
	_ = a
}
