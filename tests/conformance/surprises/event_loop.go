//how: synctest

package main

import (
	"fmt"
	"time"
)

type event struct {
	at   time.Duration
	name string
}

func main() {
	start := time.Now()
	events := make(chan event)
	go func() {
		defer close(events)
		for _, e := range []event{{10, "a"}, {35, "b"}, {36, "c"}, {120, "d"}} {
			time.Sleep(time.Until(start.Add(e.at * time.Millisecond)))
			events <- e
		}
	}()
	tick := time.NewTicker(25 * time.Millisecond)
	defer tick.Stop()
	idle := time.NewTimer(50 * time.Millisecond)
	at := func() time.Duration { return time.Since(start) }
loop:
	for {
		select {
		case e, ok := <-events:
			if !ok {
				break loop
			}
			fmt.Println(at(), "event", e.name, "late by", at()-e.at*time.Millisecond)
			if !idle.Stop() {
				select {
				case <-idle.C:
				default:
				}
			}
			idle.Reset(50 * time.Millisecond)
		case t := <-tick.C:
			fmt.Println(at(), "tick", t.Sub(start))
			if at() > 90*time.Millisecond {
				tick.Reset(7 * time.Millisecond)
			}
		case <-idle.C:
			fmt.Println(at(), "idle")
			idle.Reset(time.Hour)
		}
	}
	fmt.Println(at().Round(time.Millisecond), idle.Stop(), idle.Stop())
	time.AfterFunc(time.Second, func() { fmt.Println("after", at().Truncate(100*time.Millisecond)) })
	time.Sleep(1500 * time.Millisecond)
}
