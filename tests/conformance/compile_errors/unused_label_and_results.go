//how: refused

package main

func f() int { return 1 }

func main() {
start:
	f()
	len("x")
	cap([]int{})
	make([]int, 3)
	new(int)
	<-make(chan int)
	(f())
	min(1, 2)
	copy([]int{}, []int{})
	max(1, f())
	append([]int{}, 2)
}
