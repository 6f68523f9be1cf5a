//how: refused

package main

type T struct{}

func (t T) Do(n int) string { return "" }
func (t *T) Ptr()           {}

func main() {
	t := T{}
	f := t.Do
	var s int = f(1)
	f("x")
	T.Do(1)
	T.Ptr(t)
	var g func() = t.Do
	t.Do = nil
	t.Do.x()
	h := T.Missing
	_, _, _ = s, g, h
}
