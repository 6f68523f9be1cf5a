package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(42))
	for range 5 {
		fmt.Print(r.Intn(100), " ")
	}
	fmt.Println()
	fmt.Println(r.Int63(), r.Int31(), r.Uint32(), r.Int31n(10), r.Int63n(1000))
	fmt.Println(r.Float64(), r.Float32())
	fmt.Println(r.Perm(6))
	s := []int{1, 2, 3, 4, 5}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s, r.Uint64())
	q := rand.New(rand.NewSource(42))
	fmt.Println(q.Intn(100))
}
