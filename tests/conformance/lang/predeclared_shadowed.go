package main

import "fmt"

func main() {
	len := func(s string) int { return 42 }
	true := false
	string := 7
	fmt.Println(len("x"), true, string)
	{
		nil := "nil"
		int := nil + "?"
		fmt.Println(int)
	}
	type error struct{ a, b float64 }
	fmt.Println(error{1, 2})
}
