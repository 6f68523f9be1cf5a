//how: refused

package main

func main() {
	defer
	go func() {}
}
