package main

import "fmt"

func main() {
	tests := []struct {
		in   string
		want int
	}{
		{"a", 1},
		{in: "bb"},
	}
	for i, tt := range tests {
		fmt.Println(i, tt.in, tt.want)
	}
	p := &struct{ x, y int }{1, 2}
	p.x += p.y
	fmt.Println(*p, p.x)
	type local struct{ v int }
	var l any = local{3}
	fmt.Printf("%T %v %+v\n", l, l, l)
	m := map[string]struct{ n int }{"a": {1}}
	fmt.Println(m["a"].n, m["b"].n)
	var s interface {
		Len() int
	}
	fmt.Println(s == nil)
	fn := func() (int, string) { return 1, "x" }
	n, str := fn()
	fmt.Println(n, str)
}
