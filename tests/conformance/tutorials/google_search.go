//how: synctest

package main

import (
	"fmt"
	"time"
)

type Result string
type Search func(query string) Result

var (
	Web    = fakeSearch("web", 70)
	Web2   = fakeSearch("web2", 30)
	Image  = fakeSearch("image", 50)
	Image2 = fakeSearch("image2", 90)
	Video  = fakeSearch("video", 20)
	Video2 = fakeSearch("video2", 40)
)

func fakeSearch(kind string, ms int) Search {
	return func(query string) Result {
		time.Sleep(time.Duration(ms) * time.Millisecond)
		return Result(fmt.Sprintf("%s result for %q\n", kind, query))
	}
}
func Google1(query string) (results []Result) {
	results = append(results, Web(query))
	results = append(results, Image(query))
	results = append(results, Video(query))
	return
}
func Google2(query string) (results []Result) {
	c := make(chan Result)
	go func() { c <- Web(query) }()
	go func() { c <- Image(query) }()
	go func() { c <- Video(query) }()
	timeout := time.After(60 * time.Millisecond)
	for i := 0; i < 3; i++ {
		select {
		case result := <-c:
			results = append(results, result)
		case <-timeout:
			fmt.Println("timed out")
			return
		}
	}
	return
}
func First(query string, replicas ...Search) Result {
	c := make(chan Result)
	searchReplica := func(i int) { c <- replicas[i](query) }
	for i := range replicas {
		go searchReplica(i)
	}
	return <-c
}
func main() {
	start := time.Now()
	results := Google1("golang")
	fmt.Println(results, time.Since(start))
	start = time.Now()
	results = Google2("golang")
	fmt.Println(results, time.Since(start))
	start = time.Now()
	c := make(chan Result)
	go func() { c <- First("golang", Web, Web2) }()
	go func() { c <- First("golang", Image, Image2) }()
	go func() { c <- First("golang", Video, Video2) }()
	for range 3 {
		fmt.Println(<-c)
	}
	fmt.Println(time.Since(start))
}
