//how: refused

package main

import (
	"fmt"
	"time"
)

var size = 5

func notAType() {}

type T struct {
	a size
	b notAType
	c fmt.Println
	d fmt
	e *size
	f []undefinedThing
	g map[size]int
	h chan notAType
	i time.Sleep
}

func g(x size) notAType { return nil }

func main() {}
