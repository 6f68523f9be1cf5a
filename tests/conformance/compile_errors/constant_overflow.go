//how: refused

package main

import "fmt"

func main() {
	var a int8 = 128
	var b uint8 = 256
	var c uint = -1
	var d int32 = 1 << 31
	e := 1 << 64
	f := int8(200)
	var g float32 = 1e40
	var h byte = 'a' * 10
	i := uint8(255) + 1
	fmt.Println(a, b, c, d, e, f, g, h, i)
}
