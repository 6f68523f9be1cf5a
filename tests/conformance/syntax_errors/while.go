//how: refused

package main

func main() {
	while true {
	}
}
