//how: refused

package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

func main() {
	x := fmt
	fmt = 5
	fmt.Println = nil
	var t strings
	fmt.Println(x, strings.Repeat)
	y := fmt.Println
	y("ok")
	_ = t
	sync.WaitGroup.Add(1)
	_ = time.Duration
}
