//how: refused

package main

import "fmt"

func main() {
unused:
	for {
		break missing
	}
	for {
		continue nowhere
	}
	goto gone
dup:
	for {
		break dup
	}
dup:
	for {
		break dup
	}
notloop:
	fmt.Println()
	for {
		continue notloop
	}
}
