package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(1))
	fmt.Printf("%.6f %.6f %.6f %.6f\n", r.NormFloat64(), r.ExpFloat64(), r.NormFloat64(), r.ExpFloat64())
}
