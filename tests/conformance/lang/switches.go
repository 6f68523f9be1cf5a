package main

import "fmt"

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	}
	return "C"
}

func f(s string) string { fmt.Print("f(", s, ") "); return s }

func main() {
	fmt.Println(grade(95), grade(85), grade(10))
	for i := range 6 {
		switch i {
		case 0:
			fmt.Print("zero ")
			fallthrough
		case 1:
			fmt.Print("one ")
		case 2, 3:
			if i == 3 {
				break
			}
			fmt.Print("two ")
		default:
			fmt.Print("default ")
			fallthrough
		case 4:
			fmt.Print("four ")
		}
	}
	fmt.Println()
	switch f("b") {
	case f("a"), f("b"), f("c"):
		fmt.Println("found")
	case f("d"):
	}
	switch x := 5; {
	case x > 3:
		fmt.Println("big")
	}
	switch x := any(3); x {
	case "3":
		fmt.Println("string")
	case 3:
		fmt.Println("int")
	}
	switch 'c' {
	case 'a', 'b':
	case 'c':
		fmt.Println("rune")
	}
	switch {
	}
}
