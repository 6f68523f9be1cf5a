package main

import (
	"fmt"
	"math/rand"
)

func main() {
	ok := true
	for range 1000 {
		n := rand.Intn(6) + 1
		f := rand.Float64()
		ok = ok && 1 <= n && n <= 6 && 0 <= f && f < 1
	}
	fmt.Println(ok, len(rand.Perm(5)))
	defer func() { fmt.Println(recover()) }()
	zero := 0
	rand.Intn(zero)
}
