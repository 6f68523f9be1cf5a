//how: refused

package main

func a() int           { return }
func b() (int, error)  { return 1 }
func c()               { return 1 }
func d() int           { return 1, 2 }
func e() (int, string) { return "a", 1 }
func f() (n int, err error) {
	return 5
}

func main() {}
