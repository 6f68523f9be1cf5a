//how: refused

package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	wg.state = 1
	wg.Wait(5)
	wg.Done(1)
	var mu sync.Mutex
	mu.Locked()
	strings.Foo("x")
	var b strings.Builder
	b.Append("x")
	errors.new("x")
	time.Sleep("1s")
	time.Sleep(2.5)
	n := 2
	time.Sleep(n * time.Second)
	fmt.Println(b)
}
