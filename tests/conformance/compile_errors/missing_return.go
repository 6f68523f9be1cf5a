//how: refused

package main

import "fmt"

func a() int {
}

func b(x int) int {
	if x > 0 {
		return 1
	}
}

func c(x int) string {
	for x < 10 {
		return "x"
	}
}

func d(x int) int {
	switch x {
	case 1:
		return 1
	}
}

func ok(x int) int {
	for {
	}
}

func ok2(x int) int {
	switch {
	case x > 1:
		return 1
	default:
		panic("no")
	}
}

func ok3(c chan int) int {
	select {
	case v := <-c:
		return v
	}
}

func e() int {
	for {
		break
	}
}

func main() {
	f := func() int {
		fmt.Println("x")
	}
	f()
}
