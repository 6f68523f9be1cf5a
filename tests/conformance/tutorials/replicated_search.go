//how: synctest

package main

import (
	"fmt"
	"time"
)

type Result string
type Search func(query string) Result

func fakeSearch(kind string, d time.Duration) Search {
	return func(query string) Result {
		time.Sleep(d)
		return Result(fmt.Sprintf("%s result for %q", kind, query))
	}
}

func First(query string, replicas ...Search) Result {
	c := make(chan Result, len(replicas))
	for _, r := range replicas {
		go func() { c <- r(query) }()
	}
	return <-c
}

func Google(query string) (results []Result) {
	c := make(chan Result, 3)
	go func() {
		c <- First(query, fakeSearch("web1", 70*time.Millisecond), fakeSearch("web2", 30*time.Millisecond))
	}()
	go func() {
		c <- First(query, fakeSearch("image1", 45*time.Millisecond), fakeSearch("image2", 90*time.Millisecond))
	}()
	go func() {
		c <- First(query, fakeSearch("video1", 120*time.Millisecond), fakeSearch("video2", 95*time.Millisecond))
	}()
	timeout := time.After(80 * time.Millisecond)
	for range 3 {
		select {
		case r := <-c:
			results = append(results, r)
		case <-timeout:
			fmt.Println("timed out")
			return
		}
	}
	return
}

func main() {
	start := time.Now()
	results := Google("golang")
	fmt.Println(results, len(results))
	fmt.Println(time.Since(start))
}
