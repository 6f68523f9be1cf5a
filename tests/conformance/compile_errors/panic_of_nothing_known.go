//how: refused

// A panic whose argument is wrong doesn't end its function.
package main

import "fmt"

type color int

func (c color) String() string {
	switch c {
	case 0:
		return "red"
	}
	panic("unknown color" + c)
}

func (c color) index() int {
	if c < 3 {
		return int(c)
	} else {
		panic(fmt.Sprintf("no %v", undefinedName))
	}
}

func (c color) fine() int {
	panic(fmt.Sprint(c))
}

func main() {
	fmt.Println(color(0), color(1).index(), color(2).fine())
}
