//how: synctest

package main

import (
	"context"
	"fmt"
	"golang.org/x/sync/errgroup"
	"maps"
	"slices"
	"time"
)

type result struct {
	path string
	sum  uint32
}

func checksum(s string) (h uint32) {
	h = 2166136261
	for i := range len(s) {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return
}

func sumAll(ctx context.Context, files map[string]string) (map[string]uint32, error) {
	g, ctx := errgroup.WithContext(ctx)
	paths := make(chan string)
	g.Go(func() error {
		defer close(paths)
		for _, p := range slices.Sorted(maps.Keys(files)) {
			select {
			case paths <- p:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	c := make(chan result)
	for range 3 {
		g.Go(func() error {
			for p := range paths {
				time.Sleep(time.Millisecond)
				if files[p] == "" {
					return fmt.Errorf("%s: empty file", p)
				}
				select {
				case c <- result{p, checksum(files[p])}:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}
	go func() {
		g.Wait()
		close(c)
	}()
	m := make(map[string]uint32)
	for r := range c {
		m[r.path] = r.sum
	}
	return m, g.Wait()
}

func main() {
	files := map[string]string{"a.txt": "hello", "b.txt": "world", "c.txt": "go", "d.txt": "!"}
	m, err := sumAll(context.Background(), files)
	for _, p := range slices.Sorted(maps.Keys(m)) {
		fmt.Printf("%s %08x\n", p, m[p])
	}
	fmt.Println(err)
	files["e.txt"] = ""
	_, err = sumAll(context.Background(), files)
	fmt.Println(err)
}
