package main

import "fmt"

func main() {
	n := 42
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%o|%O|%b|%c|%q|%U|%#x|%#o|%#b\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n)
	fmt.Printf("%d %x %08b %3c|%-4q|%#U\n", -42, -42, 5, 'Z', 'x', '⌘')
	fmt.Printf("%6.3d|%-8.4d|%+.2d|% x|%08d|%+08d\n", 7, 7, 7, 255, -7, 7)
	fmt.Printf("%d %d %d %d\n", int8(-1), uint8(255), int64(1)<<40, uint64(1)<<63)
	fmt.Printf("%v %s %d\n", 'a', string('a'), 'a')
	fmt.Printf("%*d|%-*d|%.*f\n", 6, 42, 6, 42, 2, 3.14159)
	fmt.Printf("%t %5t|%v\n", true, false, !true)
}
