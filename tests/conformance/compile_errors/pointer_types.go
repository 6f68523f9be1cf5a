//how: refused

package main

type N struct {
	val  int
	next *N
}

func main() {
	n := N{1, N{2, nil}}
	var p *N = n
	p = &n.val
	p.next = n
	x := *n
	var q **N = p
	p.next.next.foo = 1
	i := 5
	ip := &i
	ip = 6
	*ip = "a"
	j := ip + 1
	_, _, _ = x, q, j
}
