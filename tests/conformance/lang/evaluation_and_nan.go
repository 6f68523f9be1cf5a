package main

import "fmt"

func get(s string, v int) int { fmt.Print(s, " "); return v }

type R struct{ v int }

func (r *R) Set(v int) *R { fmt.Print("set", v, " "); r.v = v; return r }
func main() {
	a := []int{0, 0, 0}
	i := 0
	i, a[i] = 1, 9
	fmt.Println(i, a)
	a[get("i", 1)] = get("v", 5)
	fmt.Println(a)
	m := map[int]int{get("k", 1): get("v", 2), get("k2", 3): get("v2", 4)}
	fmt.Println(m)
	x, y := 1, 2
	x, y = y, x+y
	fmt.Println(x, y)
	(&R{}).Set(get("a", 1)).Set(get("b", 2))
	fmt.Println()
	b := get("l", 1) + get("r", 2)*get("t", 3)
	fmt.Println(b)
	if get("x", 0) == 1 && get("y", 1) == 1 || get("z", 1) == 1 {
		fmt.Println("short")
	}
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println(v)
		}
	}
	sl := []int{1, 2, 3}
	for i, v := range sl {
		sl[2] = 10
		if i == 2 {
			fmt.Println(v)
		}
	}
	p := &arr
	p[0] += 5
	p[1] <<= 2
	p[2] %= 3
	arr[0] &^= 1
	fmt.Println(arr)
	k := 0
	k++
	k -= 5
	k *= -3
	k |= 1
	k ^= 7
	fmt.Println(k)
	s := "a"
	s += "b"
	fmt.Println(s)
	var e1, e2 struct{}
	fmt.Println(e1 == e2)
	type L struct {
		v int
		n *L
	}
	l := &L{1, &L{2, nil}}
	l, l.n = l.n, nil
	fmt.Println(l.v, l.n)
	var f float64 = 0
	fmt.Println(1/f, -1/f, f/f, f/f == f/f)
	nan := f / f
	mn := map[float64]int{nan: 1}
	mn[nan] = 2
	fmt.Println(len(mn), mn[nan])
}
