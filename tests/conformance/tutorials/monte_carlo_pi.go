package main

import (
	"fmt"
	"math/rand"
)

func main() {
	const workers, each = 4, 5000
	hits := make(chan int, workers)
	for w := range workers {
		go func() {
			r := rand.New(rand.NewSource(int64(w)))
			n := 0
			for range each {
				x, y := r.Float64(), r.Float64()
				if x*x+y*y <= 1 {
					n++
				}
			}
			hits <- n
		}()
	}
	total := 0
	for range workers {
		total += <-hits
	}
	fmt.Printf("%.4f\n", 4*float64(total)/(workers*each))
}
