//how: refused

import "fmt"

// package main comes too late
func main() { fmt.Println() }
