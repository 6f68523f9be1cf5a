package main

import "fmt"

func walk(yield func(int) bool) {
	for i := range 5 {
		if !yield(i) {
			fmt.Println("stop", i)
			return
		}
	}
	fmt.Println("whole")
}

func f(limit int) (r string) {
	defer func() { r += "!" }()
	for i := range walk {
		defer fmt.Println("deferred", i)
		if i == limit {
			return fmt.Sprint("returned ", i)
		}
	}
	return "end"
}

func g() (err error) {
	defer func() { err = fmt.Errorf("caught %v", recover()) }()
	for i := range walk {
		if i == 1 {
			panic("in body")
		}
	}
	return nil
}

func main() {
	fmt.Println(f(2))
	fmt.Println(f(10))
	fmt.Println(g())
}
