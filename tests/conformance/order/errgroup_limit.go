//how: one_p

package main

import (
	"fmt"
	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.SetLimit(2)
	for i := range 5 {
		fmt.Println("go", i)
		g.Go(func() error {
			fmt.Println("task", i)
			return nil
		})
	}
	g.Wait()
}
