package main

import "fmt"

const big = 1 << 100
const third = 1.0 / 3
const huge = 1e400

func main() {
	fmt.Println(big >> 98)
	fmt.Println(big/3 == 422550200076076467165567735125)
	fmt.Println(third*3 == 1)
	fmt.Println(huge / 1e398)
	var f32 float32 = third
	fmt.Println(f32)
	fmt.Println(7/2, 7/2.0, 7.0/2)
	const r = 'a' + 1
	fmt.Printf("%c %T %v\n", r, r, r)
	var i = 5.0
	fmt.Printf("%T %v\n", i, i)
	var u uint8 = 2.0 * 100
	fmt.Println(u)
	fmt.Println(len("hello") * 2.0)
	const mask = ^uint32(0)
	fmt.Println(mask, -5/2, -5%2)
}
