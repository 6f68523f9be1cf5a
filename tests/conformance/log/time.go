//how: synctest

package main

import (
	"log"
	"os"
	"time"
)

func main() {
	log.SetFlags(log.LstdFlags | log.LUTC)
	log.SetOutput(os.Stdout)
	log.Println("at the start")
	time.Sleep(90 * time.Second)
	log.SetFlags(log.Ltime | log.LUTC | log.Lmicroseconds)
	log.Println("later")
}
