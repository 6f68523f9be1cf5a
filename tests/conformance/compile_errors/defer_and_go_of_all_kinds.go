//how: refused
package main

import "fmt"

func main() {
	defer fmt.Println
	defer recover
	defer recover()
	defer panic
	defer len("a")
	defer int(5)
	defer append([]int{}, 1)
	go println
	go func() {}
	go 5
	go nil
	defer (fmt.Println("a"))
}
