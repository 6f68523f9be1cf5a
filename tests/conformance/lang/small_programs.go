package main

import (
	"fmt"
	"math"
	"os"
	"strings"
	"time"
)

type Celsius float64
type Fahrenheit float64

func CToF(c Celsius) Fahrenheit { return Fahrenheit(c*9/5 + 32) }

type Grid [3][3]int

func (g *Grid) Set(r, c, v int) { g[r][c] = v }
func (g Grid) String() string {
	var sb strings.Builder
	for _, row := range g {
		for _, v := range row {
			fmt.Fprintf(&sb, "%2d", v)
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

type Temp interface {
	~float64
	fmt.Stringer
}
type bits uint8

const (
	A bits = 1 << iota
	B
	C
)

func (b bits) Has(f bits) bool { return b&f != 0 }
func (b *bits) Set(f bits)     { *b |= f }
func divmod(a, b int) (q, r int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("%v", e)
		}
	}()
	q = a / b
	r = a % b
	return
}
func hanoi(n int, a, b, c string, moves *int) {
	if n == 0 {
		return
	}
	hanoi(n-1, a, c, b, moves)
	*moves++
	hanoi(n-1, c, b, a, moves)
}
func perms(a []int, f func([]int)) {
	var rec func(int)
	rec = func(k int) {
		if k == len(a) {
			f(a)
			return
		}
		for i := k; i < len(a); i++ {
			a[k], a[i] = a[i], a[k]
			rec(k + 1)
			a[k], a[i] = a[i], a[k]
		}
	}
	rec(0)
}
func sieve(n int) (ps []int) {
	comp := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if !comp[i] {
			ps = append(ps, i)
			for j := i * i; j <= n; j += i {
				comp[j] = true
			}
		}
	}
	return
}
func main() {
	fmt.Printf("%.1f°F %T\n", CToF(100), CToF(0))
	var g Grid
	g.Set(1, 1, 5)
	fmt.Print(g)
	fmt.Printf("%v|%d\n", g, g)
	var b bits
	b.Set(A | C)
	fmt.Println(b.Has(A), b.Has(B), b, fmt.Sprintf("%03b", b))
	fmt.Println(divmod(7, 2))
	fmt.Println(divmod(7, 0))
	m := 0
	hanoi(10, "A", "B", "C", &m)
	fmt.Println(m)
	n := 0
	perms([]int{1, 2, 3}, func(p []int) { n++; fmt.Print(p) })
	fmt.Println(n)
	fmt.Println(sieve(30), len(sieve(1000)))
	for i := 1; i <= 15; i++ {
		switch {
		case i%15 == 0:
			fmt.Print("FizzBuzz ")
		case i%3 == 0:
			fmt.Print("Fizz ")
		case i%5 == 0:
			fmt.Print("Buzz ")
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	for i := 0; i < 4; i++ {
		fmt.Println(strings.Repeat(" ", 3-i) + strings.Repeat("*", 2*i+1))
	}
	fmt.Printf("|%-10s|%8s|%6s|\n", "Name", "Price", "Qty")
	fmt.Printf("|%-10s|%8.2f|%6d|\n", "Widget", 9.99, 3)
	fmt.Println(math.Sqrt(2), math.Pi, math.MaxInt, math.Inf(-1))
	fmt.Println(time.Duration(1234567890), time.Duration(90)*time.Minute)
	if len(os.Args) > 1 {
		fmt.Println(os.Args[1:])
	}
	x := []interface{}{1, "a", nil, 2.5, []int{1}, map[string]int{"a": 1}, struct{ X int }{1}, &struct{ Y string }{"z"}, error(nil), 'a', byte(1)}
	for _, v := range x {
		fmt.Printf("%v %T|", v, v)
	}
	fmt.Println()
	var p *int
	fmt.Println(p == nil, p)
	type pair struct {
		a, b interface{}
	}
	fmt.Println(pair{1, "x"} == pair{1, "x"}, pair{1, nil} == pair{1, 0})
	a := [...]string{1: "b", 0: "a"}
	for i, v := range a {
		defer fmt.Print(i, v, " ")
	}
	c := a
	c[0] = "z"
	fmt.Println(a, c, a == c, len(a))
	goto end
end:
	fmt.Println("end")
}
