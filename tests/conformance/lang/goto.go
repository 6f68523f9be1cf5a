package main

import "fmt"

func main() {
	i := 0
again:
	fmt.Print(i, " ")
	i++
	if i < 3 {
		goto again
	}
	fmt.Println()
	for {
		for {
			goto out
		}
	}
out:
	fmt.Println("out")
	if i == 3 {
		goto end
	}
	fmt.Println("never")
end:
}
