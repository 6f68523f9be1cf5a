package main

import "fmt"

func find(n int) error {
	for i := range n {
		if i > 3 {
			return fmt.Errorf("%d is too much", i)
		}
	}
	return nil
}

func main() {
	fmt.Println(find(9).Error())
	err := find(2)
	fmt.Println(err.Error())
}
