package main

import (
	"fmt"
	"log"
)

func main() {
	log.SetFlags(0)
	defer func() { fmt.Println("recovered:", recover()) }()
	log.Panicln("bad", 1)
}
