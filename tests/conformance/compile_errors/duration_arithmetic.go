//how: refused

package main

import (
	"fmt"
	"time"
)

func main() {
	n := 3
	d := n * time.Second
	var f = 1.5
	time.Sleep(f * time.Second)
	time.Sleep(time.Duration(n) * time.Second)
	e := time.Second * 1.5
	var i int = time.Second
	if time.Since(time.Now()) > n {
	}
	time.Sleep(n)
	fmt.Println(d, e, i)
}
