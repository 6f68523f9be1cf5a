//how: refused

package main

import "fmt"

fmt.Println("outside")

func main() {}
