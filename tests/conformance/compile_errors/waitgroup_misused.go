//how: refused

package main

import (
	"fmt"
	"sync"
)

func main() {
	wg := sync.WaitGroup
	wg := sync.WaitGroup{}
	wg.Add(1)
	wg.Go(func(i int) {})
	wg.Go(work)
	wg.Go(work())
	var p *sync.WaitGroup = wg
	use(wg)
	fmt.Println(p)
}

func work() error            { return nil }
func use(wg *sync.WaitGroup) {}
