package main

import (
	"fmt"
	"unsafe"
)

type mixed struct {
	a bool
	b int64
	c bool
	d complex64
}

func main() {
	var i any = 5
	var s []int
	fmt.Println(unsafe.Sizeof(struct{}{}), unsafe.Sizeof(1), unsafe.Sizeof(int8(1)), unsafe.Sizeof("x"), unsafe.Sizeof(s), unsafe.Sizeof(i), unsafe.Sizeof(mixed{}), unsafe.Sizeof([3]mixed{}), unsafe.Sizeof(make(chan int)), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof(1i), unsafe.Sizeof(true), unsafe.Sizeof(main))
	fmt.Println(unsafe.Alignof(mixed{}), unsafe.Alignof(int16(2)), unsafe.Alignof(i), unsafe.Alignof(complex64(1)), unsafe.Alignof([2]int32{}))
}
