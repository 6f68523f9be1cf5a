//how: synctest

package main

import (
	"fmt"
	"time"
)

func boring(msg string, every time.Duration) <-chan string {
	c := make(chan string)
	go func() {
		for i := 0; ; i++ {
			time.Sleep(every)
			c <- fmt.Sprintf("%s %d", msg, i)
		}
	}()
	return c
}

func fanIn(a, b <-chan string) <-chan string {
	c := make(chan string)
	go func() {
		for {
			select {
			case s := <-a:
				c <- s
			case s := <-b:
				c <- s
			}
		}
	}()
	return c
}

func main() {
	c := fanIn(boring("joe", 300*time.Millisecond), boring("ann", 500*time.Millisecond+time.Microsecond))
	timeout := time.After(2*time.Second + time.Millisecond)
	for {
		select {
		case s := <-c:
			fmt.Println(s)
		case <-timeout:
			fmt.Println("you talk too much")
			return
		}
	}
}
