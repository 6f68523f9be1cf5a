package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i)
	}
	n := 3
	for n > 0 {
		n--
		fmt.Print(n)
	}
	for {
		n++
		if n > 5 {
			break
		}
		if n%2 == 0 {
			continue
		}
		fmt.Print(n)
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 20
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	for i := range 3 {
		i *= 10
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x")
	}
	var k int
	for k = range 5 {
	}
	fmt.Println(k)
	for i := range uint8(3) {
		fmt.Printf("%T ", i)
	}
	for i := range 0 {
		fmt.Print(i)
	}
	for i := range -3 {
		fmt.Print(i)
	}
	fmt.Println()
}
