package main

import (
	"fmt"
	"strings"
)

type row struct {
	name  string
	qty   int
	price float64
}

func main() {
	rows := []row{{"bread", 2, 3.5}, {"cheese", 10, 12.25}, {"wine (très)", 1, 100}}
	fmt.Printf("%-12s|%5s|%10s\n", "name", "qty", "price")
	fmt.Println(strings.Repeat("-", 29))
	total := 0.0
	for _, r := range rows {
		fmt.Printf("%-12s|%5d|%10.2f\n", r.name, r.qty, r.price)
		total += float64(r.qty) * r.price
	}
	fmt.Printf("%-18s|%10.2f\n", "total", total)
	w := 8
	fmt.Printf("%*s|%-*s|\n", w, "right", w, "left")
}
