//how: refused
package main

import "errors"

type MyErr struct{ code int }

func (e *MyErr) Error() string { return "x" }

var ErrX = errors.New("x")

func f() error {
	return MyErr{1}
}

func g() *MyErr {
	return errors.New("a")
}

func h() (int, error) {
	return nil, nil
}

func main() {
	err := f()
	if err == ErrX || err == MyErr{} {
	}
	var me *MyErr
	if errors.As(err, me) {
	}
	if errors.Is(err) {
	}
	switch e := err.(type) {
	case MyErr:
	case *MyErr:
		e.code = "x"
	}
	me.Error = nil
	panic()
	panic(1, 2)
	recover(1)
}
