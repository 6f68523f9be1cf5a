//how: refused

package main

import (
	""
	"Fmt"
	"fmt"
	"math/rnd"
)

func main() { fmt.Println(rnd.Intn(3)) }
