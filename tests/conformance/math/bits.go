package main

import (
	"fmt"
	"math/bits"
)

func main() {
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Len(1000), bits.Reverse8(1), bits.RotateLeft8(1, 3))
	fmt.Println(bits.UintSize, bits.Len8(7))
}
