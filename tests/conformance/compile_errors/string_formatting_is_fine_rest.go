//how: refused

package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	name := "x"
	t := strings.Split("a,b", ',')
	strconv.Itoa("5")
	i := strconv.Atoi("5")
}
