//how: refused

package main

func main() {
	r := 'ab'
	_ = r
}
