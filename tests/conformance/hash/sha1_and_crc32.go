package main

import (
	"crypto/sha1"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

func main() {
	for _, s := range []string{"", "a", "abc", "The quick brown fox jumps over the lazy dog", strings.Repeat("x", 55), strings.Repeat("y", 64), strings.Repeat("0123456789", 100)} {
		h := sha1.New()
		io.WriteString(h, s)
		fmt.Printf("%x %x %08x %08x\n", sha1.Sum([]byte(s)), h.Sum([]byte{1}), crc32.ChecksumIEEE([]byte(s)), crc32.Checksum([]byte(s), crc32.MakeTable(crc32.Castagnoli)))
		c := crc32.NewIEEE()
		for _, r := range s {
			fmt.Fprint(c, string(r))
		}
		fmt.Println(c.Sum32() == crc32.ChecksumIEEE([]byte(s)), c.Sum(nil), c.Size(), h.Size(), h.BlockSize(), crc32.Update(crc32.ChecksumIEEE([]byte("ab")), crc32.IEEETable, []byte(s)))
	}
	shards := map[uint32]int{}
	for i := range 100 {
		shards[crc32.ChecksumIEEE(fmt.Appendf(nil, "key-%d", i))%8]++
	}
	fmt.Println(shards)
}
