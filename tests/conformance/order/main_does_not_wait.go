//how: one_p

package main

import "fmt"

func main() {
	for i := range 3 {
		go fmt.Println("lost", i)
	}
	fmt.Println("main ends")
}
