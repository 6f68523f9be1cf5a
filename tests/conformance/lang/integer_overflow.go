package main

import (
	"fmt"
	"math"
)

func main() {
	var i8 int8 = 127
	i8++
	fmt.Println(i8)
	var u8 uint8 = 0
	u8--
	fmt.Println(u8)
	var i32 int32 = math.MaxInt32
	fmt.Println(i32+1, -i32-2)
	var u32 uint32 = 1 << 31
	fmt.Println(u32*2, u32+u32-1)
	i := math.MaxInt64
	fmt.Println(i+1, i*2)
	var m int64 = math.MinInt64
	fmt.Println(-m, m/-1, m%-1)
	var u uint64 = 1
	fmt.Println(u-2, ^u)
	var i16 int16 = -32768
	fmt.Println(-i16, i16>>15, i16*i16)
}
