//how: refused

package main

type T struct{}

func a() string         { return 5 }
func b() error          { return "failed" }
func c() *T             { return T{} }
func d() []int          { return []string{} }
func e() (int, error)   { return nil, nil }
func f() (string, bool) { return 1, "x" }

func main() {}
