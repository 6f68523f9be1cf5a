//how: refused

package main

func two() (int, string) { return 1, "" }
func take(a int)         {}
func both(a, b int)      {}

func main() {
	take(two())
	both(two())
	both(1, two())
}
