//how: refused

package main

func main() {
	f := (x) => x + 1
}
