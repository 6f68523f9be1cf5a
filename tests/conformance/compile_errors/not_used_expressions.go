//how: refused

package main

import "fmt"

func f() int { return 1 }

func main() {
	x := 1
	x
	x + 1
	x == 2
	"text"
	f
	len("a")
	-x
	fmt.Sprint
	append([]int{}, 1)
	[]int{1}
}
