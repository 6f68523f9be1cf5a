package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "starting")
	var p *struct{ x int }
	p.x++
}
