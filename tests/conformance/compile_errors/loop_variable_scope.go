//how: refused

package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		x := i
		_ = x
	}
	fmt.Println(i)
	if n := 5; n > 3 {
	}
	fmt.Println(n, x)
	switch y := 1; y {
	}
	fmt.Println(y)
	{
		inner := 1
		_ = inner
	}
	inner++
}
