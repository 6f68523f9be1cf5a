//how: refused

package main

import (
	"fmt"
	"fmtt"
)

func main() { fmt.Println(fmtt.X) }
