package main

import "fmt"

type Celsius float64
type ID int

func main() {
	f := 3.99
	fmt.Println(int(f), int(-f), int64(f*100))
	i := 300
	fmt.Println(uint8(i), int8(i), uint8(int8(i)-45))
	n := -1
	fmt.Println(uint32(n), uint64(n))
	fmt.Println(float32(16777217), float64(float32(0.1)))
	fmt.Println(Celsius(36.6)+0.4, ID(7)*2)
	fmt.Println(string(rune(65)), string(rune(0x4e16)), string(rune(-1)))
	fmt.Println([]byte("héy"), []rune("héy"), string([]rune{72, 233}), string([]byte{104, 105}))
	var x int64 = 1 << 40
	fmt.Println(int32(x), int16(x+70000))
}
