//how: refused

package main

func main() {
	/* never ends
}
