package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "a warning", 1)
	fmt.Fprintf(os.Stderr, "%s: %d\n", "code", 7)
	fmt.Fprint(os.Stdout, "to ", "stdout", "\n")
	fmt.Fprintln(os.Stdout, "done")
	fmt.Fprint(os.Stderr, "no newline at the end")
	os.Stdout.WriteString("direct\n")
	os.Stdout.Write([]byte("bytes\n"))
}
