package main

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"strings"
)

func main() {
	s := sha256.Sum256([]byte("hello"))
	fmt.Printf("%x\n", s)
	fmt.Println(hex.EncodeToString(s[:4]))
	h := sha256.New()
	h.Write([]byte("hel"))
	h.Write([]byte("lo"))
	fmt.Printf("%x\n", h.Sum(nil))
	fmt.Printf("%x %x\n", md5.Sum([]byte("a")), sha256.Sum256([]byte(strings.Repeat("abc", 100))))
	for i := range 70 {
		m := md5.Sum([]byte(strings.Repeat("x", i)))
		fmt.Printf("%x ", m[:4])
	}
	f := fnv.New32a()
	f.Write([]byte("key"))
	fmt.Println(f.Sum32())
	f64 := fnv.New64a()
	f64.Write([]byte("key"))
	fmt.Println(f64.Sum64())
	fmt.Printf("%x\n", f64.Sum(nil))
	_, err := hex.DecodeString("zz")
	fmt.Println(err)
	_, err = hex.DecodeString("abc")
	fmt.Println(err)
	d, err := hex.DecodeString("68656c6c6f")
	fmt.Println(string(d), err)
}
