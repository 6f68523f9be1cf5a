package main

import "fmt"

func modify(s []int)              { s[0] = 100 }
func grow(s []int)                { s = append(s, 1); s[0] = 7 }
func arr(a [3]int)                { a[0] = 100 }
func parr(a *[3]int)              { a[0] = 100 }
func remove(s []int, i int) []int { return append(s[:i], s[i+1:]...) }
func main() {
	a := []int{1, 2, 3, 4, 5}
	b := a[1:3]
	fmt.Println(len(b), cap(b), b)
	b = append(b, 99)
	fmt.Println(a, b)
	c := a[1:3:3]
	c = append(c, 77)
	fmt.Println(a, c)
	modify(a)
	grow(a[:5:5])
	fmt.Println(a)
	ar := [3]int{1, 2, 3}
	arr(ar)
	fmt.Println(ar)
	parr(&ar)
	fmt.Println(ar)
	ar2 := ar
	ar2[1] = 50
	fmt.Println(ar, ar2, ar == ar2, ar == [3]int{100, 2, 3})
	s := ar[:]
	s[2] = 33
	fmt.Println(ar)
	var n []int
	fmt.Println(n == nil, len(n), cap(n))
	n = append(n, 1, 2, 3)
	fmt.Println(n, copy(n, []int{9, 8}), n)
	fmt.Println(copy(n[1:], n), n)
	bs := []byte("hello")
	copy(bs[1:], "EY")
	fmt.Println(string(bs))
	bs = append(bs, " world"...)
	fmt.Println(string(bs))
	r := remove([]int{1, 2, 3, 4}, 1)
	fmt.Println(r)
	m := make([][]int, 3)
	for i := range m {
		m[i] = make([]int, 3)
		m[i][i] = 1
	}
	fmt.Println(m, len(m[0]))
	var st []int
	st = append(st, 1)
	st = append(st, 2)
	top := st[len(st)-1]
	st = st[:len(st)-1]
	fmt.Println(top, st)
	q := []int{1, 2, 3}
	x, q := q[0], q[1:]
	fmt.Println(x, q)
	structs := []struct{ n int }{{1}, {2}}
	for _, v := range structs {
		v.n = 100
	}
	fmt.Println(structs)
	for i := range structs {
		structs[i].n = 100
	}
	fmt.Println(structs)
	ps := []*struct{ n int }{{1}, {2}}
	for _, p := range ps {
		p.n *= 10
	}
	fmt.Println(*ps[0], ps[1].n)
	mp := map[string][]int{}
	mp["a"] = append(mp["a"], 1)
	mp["a"] = append(mp["a"], 2)
	fmt.Println(mp)
	ms := map[string]struct{ x, y int }{"o": {1, 2}}
	v := ms["o"]
	v.x = 9
	fmt.Println(ms, v)
	mm := map[string]map[string]int{}
	if mm["a"] == nil {
		mm["a"] = map[string]int{}
	}
	mm["a"]["b"]++
	fmt.Println(mm)
	for i, s := range []string{"a", "b"} {
		fmt.Print(i, s, " ")
	}
	fmt.Println()
	for i := range a {
		a = append(a, i)
	}
	fmt.Println(a)
	var grid [3][3]rune
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = '.'
		}
	}
	grid[1][1] = 'X'
	for _, row := range grid {
		fmt.Println(string(row[:]))
	}
	arr4 := [...]string{2: "c", 0: "a"}
	fmt.Printf("%q %d\n", arr4, len(arr4))
	sl := a[2:4]
	fmt.Println(sl[:4], cap(sl) >= 4)
	full := make([]int, 2, 10)
	f2 := append(full, 1)
	f3 := append(full, 2)
	fmt.Println(f2, f3)
	i, j := 0, len(a)-1
	for i < j {
		a[i], a[j] = a[j], a[i]
		i, j = i+1, j-1
	}
	fmt.Println(a)
	arrp := (*[2]int)(a)
	arrp[0] = -1
	fmt.Println(a[0], [2]int(a))
	clear(a)
	fmt.Println(a, min(3, 1, 2), max(2.5, 1), min("b", "a"))
}
