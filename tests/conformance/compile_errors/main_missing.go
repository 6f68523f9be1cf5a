//how: refused

package main

import "fmt"

func mian() { fmt.Println("typo") }
