package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
)

type Fetcher interface {
	Fetch(url string) (body string, urls []string, err error)
}

type page struct {
	body string
	urls []string
}

type fakeFetcher map[string]*page

func (f fakeFetcher) Fetch(url string) (string, []string, error) {
	if p, ok := f[url]; ok {
		return p.body, p.urls, nil
	}
	return "", nil, fmt.Errorf("not found: %s", url)
}

type visited struct {
	mu  sync.Mutex
	url map[string]error
}

var errLoading = errors.New("loading")

func crawl(url string, depth int, f Fetcher, seen *visited) {
	if depth <= 0 {
		return
	}
	seen.mu.Lock()
	if _, ok := seen.url[url]; ok {
		seen.mu.Unlock()
		return
	}
	seen.url[url] = errLoading
	seen.mu.Unlock()

	_, urls, err := f.Fetch(url)
	seen.mu.Lock()
	seen.url[url] = err
	seen.mu.Unlock()
	if err != nil {
		return
	}
	done := make(chan bool)
	for _, u := range urls {
		go func(u string) {
			crawl(u, depth-1, f, seen)
			done <- true
		}(u)
	}
	for range urls {
		<-done
	}
}

func main() {
	f := fakeFetcher{
		"go.dev/":       {"home", []string{"go.dev/doc/", "go.dev/blog/"}},
		"go.dev/doc/":   {"docs", []string{"go.dev/", "go.dev/missing/"}},
		"go.dev/blog/":  {"blog", []string{"go.dev/", "go.dev/blog/1"}},
		"go.dev/blog/1": {"post", nil},
	}
	seen := &visited{url: map[string]error{}}
	crawl("go.dev/", 4, f, seen)
	for _, u := range slices.Sorted(maps.Keys(seen.url)) {
		if err := seen.url[u]; err != nil {
			fmt.Printf("- %v failed: %v\n", u, err)
			continue
		}
		fmt.Printf("+ %v\n", u)
	}
}
