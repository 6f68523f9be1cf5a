package main

func main() {
	panic(struct {
		a int
		b string
	}{1, "x"})
}
