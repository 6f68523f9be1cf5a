package main

import "fmt"

type T struct{ n int }

func (t T) String() string { return fmt.Sprintf("%v", t) }
func main()                { fmt.Println(T{1}) }
