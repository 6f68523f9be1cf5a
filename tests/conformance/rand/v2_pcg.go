package main

import (
	"fmt"
	"math/rand/v2"
)

func main() {
	fmt.Println(rand.IntN(100) < 100, rand.Float64() < 1)
	r := rand.New(rand.NewPCG(42, 1024))
	fmt.Print(r.IntN(100), ",", r.IntN(100), "\n")
	r2 := rand.New(rand.NewPCG(42, 1024))
	fmt.Println(r2.IntN(100), r2.Float64(), r2.Perm(5), r2.Int64N(1000), r2.Uint32(), r2.Uint64(), r2.Int(), r2.Int32N(7), r2.UintN(9))
	s := []int{1, 2, 3, 4, 5}
	r2.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	fmt.Println(rand.N(10) < 10)
}
