//how: refused

package main

func main() {
	return foo bar
}
