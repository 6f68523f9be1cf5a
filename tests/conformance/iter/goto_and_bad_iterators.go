// goto in and out of the bodies of loops over functions, and iterators that recover what isn't theirs.
package main

import (
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 1; i <= n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

// Goes on after false, and recovers the panic that comes of it.
func deaf(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 1; i <= n; i++ {
			func() {
				defer func() { recover() }()
				yield(i)
			}()
		}
	}
}

func forward() (met []int) {
	for x := range count(3) {
		met = append(met, 10*x)
		if x == 1 {
			goto next
		}
		for y := range count(3) {
			if y == 2 {
				goto next
			}
			met = append(met, y)
		}
		met = append(met, -1)
	next:
		met = append(met, 99)
	}
	return met
}

func back() (met []int) {
	tries := 0
again:
	tries++
	for x := range count(4) {
		for y := range count(4) {
			if x*y == 6 && tries < 3 {
				goto again
			}
			if x*y == 9 {
				goto done
			}
			met = append(met, x*y)
		}
	}
done:
	return append(met, -tries)
}

func try(name string, f func() []int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	try("forward", forward)
	try("back", back)
	try("deaf to break", func() (met []int) {
		for x := range deaf(3) {
			met = append(met, x)
			break
		}
		return met
	})
	try("deaf to break of the outer", func() (met []int) {
	outer:
		for x := range count(3) {
			for y := range deaf(3) {
				met = append(met, x, y)
				break outer
			}
		}
		return met
	})
	try("deaf to a panic", func() (met []int) {
		for x := range deaf(3) {
			met = append(met, x)
			panic("in the body")
		}
		return met
	})
	try("heard", func() (met []int) {
		for x := range deaf(3) {
			met = append(met, x)
		}
		return met
	})
}
