package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.Println("hello", 1)
	log.Printf("n=%d", 5)
	log.SetPrefix("app: ")
	log.Print("no newline needed")
	var buf bytes.Buffer
	l := log.New(&buf, "[x] ", log.Lmsgprefix)
	l.Println("into a buffer")
	fmt.Print(buf.String())
	log.SetOutput(os.Stdout)
	log.Println("to stdout")
	fmt.Println(log.Prefix(), log.Flags())
}
