//how: refused

package main

import "os"
import "fmt"

func main() {
	x := 5
	fmt.Println("x")
}
