package main

import (
	"fmt"
	"log"
)

func main() {
	log.SetFlags(0)
	defer fmt.Println("never")
	fmt.Println("before")
	log.Fatalf("cannot go on: %v", "reason")
}
