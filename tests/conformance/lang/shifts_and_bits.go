package main

import "fmt"

func main() {
	x := 0b1011_0110
	fmt.Println(x&0xF, x|1, x^0xFF, x&^0b110)
	var s uint = 70
	fmt.Println(1<<s == 0, -8>>1, -1>>s, byte(s)<<1)
	var u8 uint8 = 0b1000_0001
	fmt.Printf("%08b %08b %08b\n", u8<<1, u8>>1, ^u8)
	x &^= 0b10
	x <<= 2
	x |= 1
	x ^= 0xF
	fmt.Println(x, 0o17, 0x1F, 1_000_000)
	var n int8 = -128
	fmt.Println(n>>1, n>>7, uint8(n)>>1)
}
