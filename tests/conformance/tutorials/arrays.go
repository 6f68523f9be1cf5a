package main

import "fmt"

func main() {
	var a [5]int
	fmt.Println("emp:", a)
	a[4] = 100
	fmt.Println("set:", a)
	fmt.Println("get:", a[4])
	fmt.Println("len:", len(a))
	b := [5]int{1, 2, 3, 4, 5}
	fmt.Println("dcl:", b)
	b = [...]int{1, 2, 3, 4, 5}
	b = [...]int{100, 3: 400, 500}
	fmt.Println("idx:", b)
	var twoD [2][3]int
	for i := 0; i < 2; i++ {
		for j := 0; j < 3; j++ {
			twoD[i][j] = i + j
		}
	}
	fmt.Println("2d: ", twoD)
	twoD = [2][3]int{
		{1, 2, 3},
		{1, 2, 3},
	}
	fmt.Println("2d: ", twoD)
	fmt.Printf("%v %+v %#v %T\n", twoD, twoD, twoD, twoD)
	p := &twoD
	fmt.Println(p, len(p), p[1][2])
	for i, r := range p {
		fmt.Println(i, r)
	}
}
