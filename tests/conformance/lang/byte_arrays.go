package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

type H [4]byte

func main() {
	var buf [8]byte
	n := copy(buf[:], "hello")
	fmt.Println(n, string(buf[:n]), buf)
	n = copy(buf[2:], []byte("XYZ"))
	fmt.Println(n, string(buf[:5]), buf[:3])
	dst := make([]byte, 3)
	copy(dst, buf[:])
	fmt.Println(dst, string(dst))
	dst = append(dst, buf[:2]...)
	fmt.Printf("%s %x %q %v\n", dst, buf, buf[:5], buf[:2])
	a := [3]byte(dst)
	a[0] = 'Q'
	fmt.Println(a, string(a[:]), string(dst))
	p := (*[2]byte)(dst)
	p[0] = 'P'
	fmt.Println(string(dst), *p, string(p[:]))
	s := append(buf[:0], "append"...)
	fmt.Println(string(s), string(buf[:]))
	m := map[H]int{H(dst[:4]): 1}
	fmt.Println(m, m[H{'P', 'e', 'X', 'h'}], m[H(dst[:4])])
	var h H
	copy(h[:], dst)
	fmt.Println(h == H(dst[:4]), bytes.Equal(h[:], dst[:4]), bytes.Compare(h[:], buf[:]))
	os.Stdout.Write(h[:])
	fmt.Println()
	r := strings.NewReader("read into array")
	k, err := r.Read(buf[:])
	fmt.Println(k, err, string(buf[:k]))
	bb := [2]bool{true}
	bs := make([]bool, 2)
	copy(bs, bb[:])
	fmt.Println(bs, [2]bool(bs))
	copy(buf[1:], buf[:])
	fmt.Println(string(buf[:]))
	for i, c := range buf[:3] {
		fmt.Print(i, c, " ")
	}
	fmt.Println(bytes.IndexByte(buf[:], 'd'), bytes.ToUpper(buf[:3]))
	var grid [2][3]byte
	for i := range grid {
		copy(grid[i][:], "abc")
	}
	fmt.Printf("%s %v\n", grid[1], grid)
	var b2 bytes.Buffer
	b2.Write(grid[0][1:])
	fmt.Println(b2.String(), strings.Compare(string(grid[0][:]), "abc"))
}
