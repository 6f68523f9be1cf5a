package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	sc := bufio.NewScanner(strings.NewReader("one two\nthree\n\nfour"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	words := bufio.NewScanner(strings.NewReader("a bb  ccc"))
	words.Split(bufio.ScanWords)
	n := 0
	for words.Scan() {
		n += len(words.Text())
	}
	fmt.Println(n)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintln(w, "buffered")
}
