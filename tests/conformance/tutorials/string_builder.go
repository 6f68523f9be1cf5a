package main

import (
	"fmt"
	"strconv"
	"strings"
)

func fizzbuzz(n int) string {
	var sb strings.Builder
	for i := 1; i <= n; i++ {
		switch {
		case i%15 == 0:
			sb.WriteString("FizzBuzz")
		case i%3 == 0:
			sb.WriteString("Fizz")
		case i%5 == 0:
			sb.WriteString("Buzz")
		default:
			sb.WriteString(strconv.Itoa(i))
		}
		if i < n {
			sb.WriteByte(' ')
		}
	}
	return sb.String()
}

func pyramid(n int) string {
	var sb strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&sb, "%s%s\n", strings.Repeat(" ", n-i), strings.Repeat("*", 2*i-1))
	}
	return sb.String()
}

func main() {
	fmt.Println(fizzbuzz(20))
	fmt.Print(pyramid(4))
}
