package main

import "fmt"

func main() {
outer:
	for i := range 4 {
		for j := range 4 {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
loop:
	for n := 0; ; n++ {
		switch {
		case n == 3:
			break loop
		case n == 1:
			continue
		}
		fmt.Print(n, " ")
		select {
		default:
			if n == 2 {
				continue loop
			}
			break
		}
		fmt.Print("after ")
	}
	fmt.Println()
sw:
	switch {
	default:
		for {
			break sw
		}
	}
	fmt.Println("done")
}
