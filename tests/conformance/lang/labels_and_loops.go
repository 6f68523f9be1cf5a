package main

import "fmt"

func main() {
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Println(i, j)
		}
	}
	i := 0
loop:
	if i < 3 {
		fmt.Println("goto", i)
		i++
		goto loop
	}
sw:
	switch i {
	case 3:
		for {
			break sw
		}
		fmt.Println("no")
	}
	ch := make(chan int, 1)
	ch <- 1
sel:
	for {
		select {
		case v := <-ch:
			fmt.Println(v)
		default:
			break sel
		}
	}
	switch x := 5; {
	case x > 3:
		fmt.Println("big")
		fallthrough
	case x > 10:
		fmt.Println("fell")
	case x > 4:
		fmt.Println("not")
	default:
		fmt.Println("def")
	}
	switch {
	default:
		fmt.Println("default first")
	case i == 100:
	}
	{
		goto end
	}
end:
	fmt.Println("end")
	for i := range 3 {
		defer func() { fmt.Println("d", i) }()
	}
	for range 2 {
		fmt.Print(".")
	}
	fmt.Println()
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, " ") })
		i := i * 2
		_ = i
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
}
