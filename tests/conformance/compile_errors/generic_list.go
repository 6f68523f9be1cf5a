//how: refused
package main

type List[T any] struct {
	head *node[T]
}

type node[T any] struct {
	v    T
	next node[T]
}

func (l *List) Add(v T) {}
func (l *List[T]) Len() int { return len(l.head) }
func (l List[T, U]) Bad()  {}
func (l *List[int]) Sum() int { return l.head.v }

func main() {
	l := List{}
	m := List[int]{}
	m.Add("x")
	var n List[string, int]
	n.Foo()
	p := &List[float64]{nil}
	p.Len = 5
	for x := range m {
	}
}
