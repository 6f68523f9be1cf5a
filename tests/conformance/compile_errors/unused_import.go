//how: refused

package main

import (
	"fmt"
	"math/rand"
	"os"
	str "strings"
)

func main() { fmt.Println("hi") }
