//how: refused

package main

func f() (x int, err error) {
	if true {
		x, err := 1, error(nil)
		return
	}
	for x := range 3 {
		return
	}
	return
}

func main() {}
