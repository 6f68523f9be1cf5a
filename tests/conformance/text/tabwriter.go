package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

func main() {
	for _, c := range []struct {
		min, tab, pad int
		ch            byte
		fl            uint
	}{{0, 8, 0, '\t', 0}, {0, 8, 2, ' ', 0}, {5, 0, 1, ' ', tabwriter.AlignRight | tabwriter.Debug}, {0, 8, 1, '\t', tabwriter.AlignRight}, {8, 8, 0, '\t', 0}, {0, 0, 3, '.', tabwriter.Debug}, {10, 4, 1, ' ', 0}} {
		w := tabwriter.NewWriter(os.Stdout, c.min, c.tab, c.pad, c.ch, c.fl)
		fmt.Fprintln(w, "Name\tAge\tCity")
		fmt.Fprintln(w, "----\t---\t----")
		fmt.Fprintf(w, "%s\t%d\t%s\n", "Alice", 30, "Paris")
		fmt.Fprintln(w, "Bob\t4\tNew York\t")
		fmt.Fprintln(w, "")
		fmt.Fprintln(w, "a\tb\tc\td\t")
		fmt.Fprintln(w, "aaaaaaaaaaaaaa\tbb\t\tdd\t")
		fmt.Fprintln(w, "é\tb")
		fmt.Fprint(w, "no newline\tx")
		w.Flush()
		fmt.Println("|")
	}
}
