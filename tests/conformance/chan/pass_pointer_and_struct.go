package main

import (
	"errors"
	"fmt"
)

type Job struct {
	ID   int
	Tags []string
}

func main() {
	byValue := make(chan Job, 1)
	byPointer := make(chan *Job, 1)
	j := Job{1, []string{"a"}}
	byValue <- j
	byPointer <- &j
	j.ID = 2
	j.Tags[0] = "z"
	v, p := <-byValue, <-byPointer
	p.ID++
	fmt.Println(v, *p, j)
	errs := make(chan error, 2)
	errs <- nil
	errs <- errors.New("bad")
	fmt.Println(<-errs, <-errs)
	arr := make(chan [2]int, 1)
	arr <- [2]int{1, 2}
	fmt.Println((<-arr)[1])
}
