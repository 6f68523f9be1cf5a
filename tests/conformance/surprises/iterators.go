package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
)

type Tree[T any] struct {
	Left, Right *Tree[T]
	Val         T
}

func (t *Tree[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) { t.push(yield) }
}

func (t *Tree[T]) push(yield func(T) bool) bool {
	return t == nil || t.Left.push(yield) && yield(t.Val) && t.Right.push(yield)
}

func insert(t *Tree[int], v int) *Tree[int] {
	if t == nil {
		return &Tree[int]{Val: v}
	}
	if v < t.Val {
		t.Left = insert(t.Left, v)
	} else {
		t.Right = insert(t.Right, v)
	}
	return t
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func find(t *Tree[int], limit int) (found int) {
	defer func() { found *= 2 }()
	for v := range t.All() {
		defer func() { found += v }()
		if v > limit {
			return v
		}
	}
	return -1
}

func main() {
	var t *Tree[int]
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		t = insert(t, v)
	}
	fmt.Println(slices.Collect(t.All()), find(t, 4), find(t, 100))
	for a, b := range zip(t.All(), slices.Values([]string{"x", "y", "z"})) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()
	var mu sync.Mutex
	var wg sync.WaitGroup
	squares := map[int]int{}
	for v := range t.All() {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			squares[v] = v * v
		})
	}
	wg.Wait()
	keys := slices.SortedFunc(maps.Keys(squares), func(a, b int) int { return b - a })
	fmt.Println(keys, squares)
	for i, chunk := range slices.Collect(slices.Chunk(keys, 4)) {
		fmt.Println(i, chunk, len(chunk), cap(chunk))
	}
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		for v := range t.All() {
			if v == 3 {
				panic(fmt.Sprint("at ", v))
			}
		}
	}()
}
