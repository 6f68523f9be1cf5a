package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	p := &sync.Pool{New: func() any { return new(strings.Builder) }}
	var wg sync.WaitGroup
	out := make([]string, 5)
	for i := range out {
		wg.Go(func() {
			b := p.Get().(*strings.Builder)
			b.Reset()
			fmt.Fprintf(b, "worker %d", i)
			out[i] = b.String()
			p.Put(b)
		})
	}
	wg.Wait()
	fmt.Println(strings.Join(out, ", "))
}
