//how: refused

package main

type Msg struct{ s string }

func send(c chan<- Msg)       {}
func recv(c <-chan *Msg) *Msg { return <-c }

func main() {
	c := make(chan Msg)
	c <- &Msg{"a"}
	c <- "a"
	send(make(chan *Msg))
	recv(c)
	m := <-recv
	var d chan<- Msg = c
	x := <-d
	var e chan Msg = d
	close(<-c)
	for v := range d {
		_ = v
	}
	select {
	case c <- 5:
	}
	_, _, _ = m, x, e
}
