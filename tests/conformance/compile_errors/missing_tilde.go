//how: refused

package main

type ID int
type Names []string

func Abs[T int | float64](x T) T   { return x }
func First[S []string](s S) string { return s[0] }

func main() {
	Abs(ID(1))
	First(Names{"a"})
	Abs("x")
	Abs(int32(5))
}
