//how: synctest

package main

import (
	"fmt"
	"time"
)

type Ball struct{ hits int }

func player(name string, table chan *Ball) {
	for {
		ball := <-table
		ball.hits++
		fmt.Println(name, ball.hits)
		time.Sleep(100 * time.Millisecond)
		table <- ball
	}
}

func main() {
	table := make(chan *Ball)
	go player("ping", table)
	time.Sleep(time.Millisecond)
	go player("pong", table)
	time.Sleep(time.Millisecond)
	table <- new(Ball)
	time.Sleep(time.Second + 50*time.Millisecond)
	<-table
}
