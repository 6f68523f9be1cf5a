package main

import (
	"fmt"
	"math/bits"
	"strconv"
)

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	fmt.Println(bits.Mul64(1<<63, 6))
	fmt.Println(bits.Div64(3, 7, 1<<62+1))
	fmt.Println(bits.Add(1<<63, 1<<63, 1))
	fmt.Println(bits.Sub(1, 2, 1))
	fmt.Println(bits.Add32(1<<31, 1<<31, 1))
	fmt.Println(bits.Sub32(1, 2, 1))
	fmt.Println(bits.Mul32(1<<31, 6))
	fmt.Println(bits.Div32(3, 7, 1<<30+1))
	fmt.Println(bits.Rem64(9, 7, 5), bits.Rem32(9, 7, 5), bits.Rem(9, 7, 5))
	fmt.Printf("%x\n", bits.ReverseBytes(0x0102030405060708))
	try(func() { bits.Div64(5, 0, 5) })
	try(func() { bits.Div(5, 0, 0) })
	try(func() { bits.Div32(5, 0, 5) })
	fmt.Println(strconv.QuoteRuneToGraphic('\u3000'), strconv.QuoteRune('\u3000'), strconv.IsGraphic('\u3000'))
	fmt.Println(string(strconv.AppendQuoteToASCII([]byte("s="), "ü☺\n")), string(strconv.AppendQuoteRuneToASCII(nil, '☺')))
}
