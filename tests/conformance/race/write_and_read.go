//how: race

package main

import "fmt"

func main() {
	x := 0
	done := make(chan bool, 1)
	go func() {
		x = 1
		done <- true
	}()
	_ = x
	y := x
	<-done
	_ = y
	fmt.Println("end")
}
