//how: refused

package main

import "fmt"

type Color int

const (
	Red Color = iota
	Green
)

type Size int

const Small Size = 1

func main() {
	c := Red
	switch c {
	case Small:
	case "red":
	case Red, Green:
	case 0:
	case 1.5:
	}
	var s string = c
	c = Small
	c = 5
	if c == Small {
	}
	fmt.Println(s + c)
}
