package main

import (
	"errors"
	"fmt"
)

func main() {
	fmt.Print("a", "b", 1, 2, "c", 3, 4.5, nil, nil, true, 'x', "\n")
	fmt.Print(1, 2, "\n")
	fmt.Println("a", "b", 1, 2, nil, true, "")
	fmt.Println()
	fmt.Print(errors.New("e"), errors.New("f"), "\n")
	s := fmt.Sprint("x", 1, 2, "y", "z", []int{3}, []int{4})
	fmt.Println(s, len(s))
	fmt.Println(fmt.Sprintln("end", 1) == "end 1\n")
	n, err := fmt.Println("count")
	fmt.Println(n, err)
	b := fmt.Appendf(nil, "%d-%d", 1, 2)
	b = fmt.Append(b, "x")
	b = fmt.Appendln(b, "y")
	fmt.Printf("%q\n", b)
}
