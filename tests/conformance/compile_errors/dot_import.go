//how: refused
package main

import (
	"fmt"
	. "math"
	. "strings"
	. "time"
)

func main() {
	var d Duration = 2 * Second
	fmt.Println(ToUpper("x"), toLower("x"), Fieldss("x"))
	d += "1"
	Repeat("x")
	ToLower := 1
}
