//how: refused

package main

import (
	"fmt"
	"strings"
	"time"
)

func main() {
	fmt := "hidden"
	fmt.Println("x")
	time := 5
	time.Sleep(1)
	strings := []string{}
	strings.Join(strings, ",")
}
