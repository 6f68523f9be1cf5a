//how: synctest

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	el := func() time.Duration { return time.Since(start) }
	tk := time.NewTicker(100 * time.Millisecond)
	n := 0
	for range tk.C {
		n++
		fmt.Println("tick", n, el())
		if n == 3 {
			tk.Reset(250 * time.Millisecond)
		}
		if n == 5 {
			tk.Stop()
			break
		}
	}
	select {
	case <-tk.C:
		fmt.Println("no")
	case <-time.After(time.Second):
		fmt.Println("stopped", el())
	}
	t := time.AfterFunc(50*time.Millisecond, func() { fmt.Println("af", el()) })
	time.Sleep(60 * time.Millisecond)
	fmt.Println(t.Stop(), t.Reset(10*time.Millisecond))
	time.Sleep(20 * time.Millisecond)
	slow := time.NewTicker(10 * time.Millisecond)
	time.Sleep(55 * time.Millisecond)
	a := <-slow.C
	b := <-slow.C
	fmt.Println(a.Sub(start), b.Sub(start), el())
	slow.Stop()
	tm := time.NewTimer(10 * time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println(len(tm.C), tm.Reset(30*time.Millisecond))
	fmt.Println((<-tm.C).Sub(start))
	deadline := time.After(300 * time.Millisecond)
	deb := time.NewTimer(time.Hour)
	deb.Stop()
	ev := make(chan int)
	go func() {
		for i := range 5 {
			time.Sleep(30 * time.Millisecond)
			ev <- i
		}
	}()
	last := -1
	for done := false; !done; {
		select {
		case e := <-ev:
			last = e
			deb.Reset(50 * time.Millisecond)
		case <-deb.C:
			fmt.Println("debounced", last, el())
		case <-deadline:
			done = true
		}
	}
	var zero time.Timer
	_ = zero
	fmt.Println(time.Until(start.Add(time.Hour)) < time.Hour)
	<-time.After(0)
	<-time.After(-5)
	time.Sleep(-1)
	fmt.Println(el())
	x := start.Add(90 * time.Minute)
	fmt.Println(x, x.Sub(start), x.Equal(start), x.Compare(start), x.Format("15:04:05.000"), x.Truncate(time.Hour).Format(time.Kitchen))
}
