//how: refused

package main

func main() {
	int x = 1
}
