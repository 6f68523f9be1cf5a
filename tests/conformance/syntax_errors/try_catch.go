//how: refused

package main

func main() {
	try {
		panic(1)
	} catch (e) {
	}
}
