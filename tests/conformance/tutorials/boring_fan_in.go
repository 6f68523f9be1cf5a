//how: synctest

package main

import (
	"fmt"
	"math/rand"
	"time"
)

func boring(msg string) <-chan string {
	c := make(chan string)
	go func() {
		for i := 0; ; i++ {
			c <- fmt.Sprintf("%s %d", msg, i)
			time.Sleep(time.Duration(len(msg)*100) * time.Millisecond)
		}
	}()
	return c
}
func fanIn(input1, input2 <-chan string) <-chan string {
	c := make(chan string)
	go func() {
		for {
			c <- <-input1
		}
	}()
	go func() {
		for {
			c <- <-input2
		}
	}()
	return c
}

type Message struct {
	str  string
	wait chan bool
}

func boring2(msg string, quit chan string) <-chan string {
	c := make(chan string)
	go func() {
		for i := 0; ; i++ {
			select {
			case c <- fmt.Sprintf("%s: %d", msg, i):
				time.Sleep(time.Duration(100) * time.Millisecond)
			case <-quit:
				fmt.Println("cleanup")
				quit <- "See you!"
				return
			}
		}
	}()
	return c
}
func main() {
	_ = rand.Intn(3)
	c := fanIn(boring("Joe"), boring("Annie"))
	for i := 0; i < 6; i++ {
		fmt.Println(<-c)
	}
	fmt.Println("You're both boring; I'm leaving.")
	c2 := boring("Joe")
	timeout := time.After(1*time.Second + 50*time.Millisecond)
loop:
	for {
		select {
		case s := <-c2:
			fmt.Println(s)
		case <-timeout:
			fmt.Println("You talk too much.")
			break loop
		}
	}
	quit := make(chan string)
	c3 := boring2("Bob", quit)
	for i := 3; i >= 0; i-- {
		fmt.Println(<-c3)
	}
	quit <- "Bye!"
	fmt.Printf("Joe says: %q\n", <-quit)
}
