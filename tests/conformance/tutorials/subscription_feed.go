//how: synctest

package main

import (
	"errors"
	"fmt"
	"time"
)

type Item struct{ Title string }

type Subscription struct {
	updates chan Item
	closing chan chan error
}

func Subscribe(titles []string, every time.Duration) *Subscription {
	s := &Subscription{make(chan Item), make(chan chan error)}
	go s.loop(titles, every)
	return s
}

func (s *Subscription) loop(titles []string, every time.Duration) {
	var pending []Item
	var err error
	next := time.After(0)
	for {
		var first Item
		var updates chan Item
		if len(pending) > 0 {
			first, updates = pending[0], s.updates
		}
		select {
		case errc := <-s.closing:
			errc <- err
			close(s.updates)
			return
		case <-next:
			if len(titles) == 0 {
				err = errors.New("feed ran dry")
				next = nil
				break
			}
			pending = append(pending, Item{titles[0]})
			titles = titles[1:]
			next = time.After(every)
		case updates <- first:
			pending = pending[1:]
		}
	}
}

func (s *Subscription) Close() error {
	errc := make(chan error)
	s.closing <- errc
	return <-errc
}

func main() {
	start := time.Now()
	s := Subscribe([]string{"a", "b", "c"}, time.Second)
	time.AfterFunc(5*time.Second, func() {
		fmt.Println("closed:", s.Close())
	})
	for it := range s.updates {
		fmt.Println(it.Title, time.Since(start))
	}
	fmt.Println("end", time.Since(start))
}
