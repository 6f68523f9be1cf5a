//how: refused

package main

func main() {
	defer len("x")
	go append([]int{}, 1)
	defer int(5)
	defer panic("fine")
	go make([]int, 1)
}
