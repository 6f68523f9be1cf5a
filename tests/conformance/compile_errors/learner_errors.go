//how: refused

package main

import (
	"errors"
	"fmt"
)

type MyErr struct{ code int }

func (e MyErr) Error() { return "x" }

func find(id int) (string, error) {
	if id < 0 {
		return nil, errors.New("negative", id)
	}
	if id == 0 {
		return "", MyErr{1}
	}
	return "ok"
}

func main() {
	name := find(1)
	name, err := find(2)
	if err != nil {
		fmt.Println("error: " + err)
	}
	if errors.Is(err) {
	}
	fmt.Println(name + 1)
	var e MyErr
	errors.As(err, e)
}
