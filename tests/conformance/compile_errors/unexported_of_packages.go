//how: refused

package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.state = 1
	mu.lock()
	var b strings.Builder
	b.buf = nil
	b.writeString("x")
	d := time.Second
	d.seconds()
	t := time.Now()
	t.wall = 5
	errors.new("x")
	_ = errors.New("y")
	fmt.newPrinter()
	fmt.Println(b)
}
