//how: refused

package main

func main() {
	case 1:
}
