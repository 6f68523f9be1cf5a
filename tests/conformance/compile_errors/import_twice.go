//how: refused

package main

import "fmt"
import "fmt"
import f "fmt"

func main() { fmt.Println("x"); f.Println() }
