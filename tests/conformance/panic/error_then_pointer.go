package main

import "fmt"

type Err struct {
	Code int
	Msg  string
}

func (e Err) Error() string { return fmt.Sprintf("E%d: %s", e.Code, e.Msg) }

type S struct{ x int }

func (s *S) String() string { return "stringer" }
func main() {
	defer func() {
		r := recover()
		fmt.Printf("%v %T\n", r, r)
		if e, ok := r.(Err); ok && e.Code == 3 {
			panic(&S{1})
		}
	}()
	panic(Err{3, "bad"})
}
