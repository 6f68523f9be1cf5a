package main

import "fmt"

func safeDivide(a, b int) (result int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot divide %d: %v", a, r)
		}
	}()
	return a / b, nil
}

func rethrow() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("outer got %v", r)
		}
	}()
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprint("re-", r))
		}
	}()
	panic("thrown")
}

func main() {
	fmt.Println(safeDivide(6, 3))
	fmt.Println(safeDivide(1, 0))
	fmt.Println(rethrow())
}
