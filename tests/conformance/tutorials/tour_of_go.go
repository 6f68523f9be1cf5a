package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
)

type ErrNegativeSqrt float64

func (e ErrNegativeSqrt) Error() string {
	return fmt.Sprintf("cannot Sqrt negative number: %v", float64(e))
}
func Sqrt(x float64) (float64, error) {
	if x < 0 {
		return 0, ErrNegativeSqrt(x)
	}
	z := 1.0
	for range 10 {
		z -= (z*z - x) / (2 * z)
	}
	return z, nil
}

type IPAddr [4]byte

func (ip IPAddr) String() string { return fmt.Sprintf("%v.%v.%v.%v", ip[0], ip[1], ip[2], ip[3]) }

type rot13Reader struct{ r io.Reader }

func (r rot13Reader) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	for i := range b[:n] {
		c := b[i]
		switch {
		case c >= 'A' && c <= 'Z':
			b[i] = 'A' + (c-'A'+13)%26
		case c >= 'a' && c <= 'z':
			b[i] = 'a' + (c-'a'+13)%26
		}
	}
	return n, err
}

type MyError struct {
	When time.Time
	What string
}

func (e *MyError) Error() string { return fmt.Sprintf("at %v, %s", e.When, e.What) }

type Fetcher interface {
	Fetch(url string) (body string, urls []string, err error)
}
type SafeSet struct {
	mu sync.Mutex
	v  map[string]bool
}

func (s *SafeSet) visit(u string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.v[u] {
		return false
	}
	s.v[u] = true
	return true
}
func Crawl(url string, depth int, fetcher Fetcher, seen *SafeSet, wg *sync.WaitGroup, out *[]string) {
	defer wg.Done()
	if depth <= 0 || !seen.visit(url) {
		return
	}
	body, urls, err := fetcher.Fetch(url)
	seen.mu.Lock()
	if err != nil {
		*out = append(*out, fmt.Sprint(err))
		seen.mu.Unlock()
		return
	}
	*out = append(*out, fmt.Sprintf("found: %s %q", url, body))
	seen.mu.Unlock()
	for _, u := range urls {
		wg.Add(1)
		go Crawl(u, depth-1, fetcher, seen, wg, out)
	}
}

type fakeFetcher map[string]*fakeResult
type fakeResult struct {
	body string
	urls []string
}

func (f fakeFetcher) Fetch(url string) (string, []string, error) {
	if res, ok := f[url]; ok {
		return res.body, res.urls, nil
	}
	return "", nil, fmt.Errorf("not found: %s", url)
}

var fetcher = fakeFetcher{
	"https://golang.org/":         &fakeResult{"The Go Programming Language", []string{"https://golang.org/pkg/", "https://golang.org/cmd/"}},
	"https://golang.org/pkg/":     &fakeResult{"Packages", []string{"https://golang.org/", "https://golang.org/cmd/", "https://golang.org/pkg/fmt/", "https://golang.org/pkg/os/"}},
	"https://golang.org/pkg/fmt/": &fakeResult{"Package fmt", []string{"https://golang.org/", "https://golang.org/pkg/"}},
	"https://golang.org/pkg/os/":  &fakeResult{"Package os", []string{"https://golang.org/", "https://golang.org/pkg/"}},
}

type Tree struct {
	Left  *Tree
	Value int
	Right *Tree
}

func insert(t *Tree, v int) *Tree {
	if t == nil {
		return &Tree{nil, v, nil}
	}
	if v < t.Value {
		t.Left = insert(t.Left, v)
	} else {
		t.Right = insert(t.Right, v)
	}
	return t
}
func Walk(t *Tree, ch chan int) {
	var w func(*Tree)
	w = func(t *Tree) {
		if t != nil {
			w(t.Left)
			ch <- t.Value
			w(t.Right)
		}
	}
	w(t)
	close(ch)
}
func Same(t1, t2 *Tree) bool {
	c1, c2 := make(chan int), make(chan int)
	go Walk(t1, c1)
	go Walk(t2, c2)
	for {
		v1, ok1 := <-c1
		v2, ok2 := <-c2
		if v1 != v2 || ok1 != ok2 {
			return false
		}
		if !ok1 {
			return true
		}
	}
}

type Vertex struct{ Lat, Long float64 }

var m = map[string]Vertex{"Bell Labs": {40.68433, -74.39967}, "Google": {37.42202, -122.08408}}

type Index[T comparable] []T

func main() {
	fmt.Println(Sqrt(2))
	fmt.Println(Sqrt(-2))
	hosts := map[string]IPAddr{"loopback": {127, 0, 0, 1}, "googleDNS": {8, 8, 8, 8}}
	for _, n := range []string{"loopback", "googleDNS"} {
		fmt.Printf("%v: %v\n", n, hosts[n])
	}
	fmt.Println(hosts)
	s := strings.NewReader("Lbh penpxrq gur pbqr!")
	r := rot13Reader{s}
	io.Copy(os.Stdout, &r)
	fmt.Println()
	fmt.Println(&MyError{time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC), "it didn't work"})
	var wg sync.WaitGroup
	var out []string
	wg.Add(1)
	Crawl("https://golang.org/", 4, fetcher, &SafeSet{v: map[string]bool{}}, &wg, &out)
	wg.Wait()
	fmt.Println(len(out))
	var t1, t2 *Tree
	for _, v := range []int{3, 1, 8, 2, 5} {
		t1 = insert(t1, v)
	}
	for _, v := range []int{8, 3, 1, 2, 5} {
		t2 = insert(t2, v)
	}
	fmt.Println(Same(t1, t2), Same(t1, t1.Left))
	fmt.Println(m)
	rd := strings.NewReader("Hello, Reader!")
	b := make([]byte, 8)
	for {
		n, err := rd.Read(b)
		fmt.Printf("n = %v err = %v b = %v\n", n, err, b)
		fmt.Printf("b[:n] = %q\n", b[:n])
		if err == io.EOF {
			break
		}
	}
	pow := make([]int, 10)
	for i := range pow {
		pow[i] = 1 << uint(i)
	}
	for _, value := range pow {
		fmt.Printf("%d ", value)
	}
	fmt.Println()
	board := [][]string{{"_", "_", "_"}, {"_", "_", "_"}, {"_", "_", "_"}}
	board[0][0] = "X"
	board[2][2] = "O"
	for i := 0; i < len(board); i++ {
		fmt.Printf("%s\n", strings.Join(board[i], " "))
	}
	fmt.Printf("(%v, %T)\n", m["Google"], m["Google"])
	var i interface{}
	fmt.Printf("(%v, %T)\n", i, i)
}
