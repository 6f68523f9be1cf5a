package main

import (
	"fmt"
	"maps"
	"slices"
)

type Item struct {
	Name  string
	Qty   int
	Price float64
}

type Inventory struct {
	items map[string]*Item
}

func (inv *Inventory) Add(name string, qty int, price float64) {
	if it, ok := inv.items[name]; ok {
		it.Qty += qty
		it.Price = price
		return
	}
	inv.items[name] = &Item{name, qty, price}
}

func (inv *Inventory) Remove(name string, qty int) error {
	it, ok := inv.items[name]
	switch {
	case !ok:
		return fmt.Errorf("no such item: %q", name)
	case it.Qty < qty:
		return fmt.Errorf("only %d of %s left", it.Qty, name)
	}
	if it.Qty -= qty; it.Qty == 0 {
		delete(inv.items, name)
	}
	return nil
}

func (inv *Inventory) Total() (total float64) {
	for _, it := range inv.items {
		total += float64(it.Qty) * it.Price
	}
	return
}

func main() {
	inv := &Inventory{items: make(map[string]*Item)}
	inv.Add("apple", 10, 0.5)
	inv.Add("pear", 4, 0.75)
	inv.Add("apple", 5, 0.6)
	fmt.Println(inv.Remove("pear", 5))
	fmt.Println(inv.Remove("kiwi", 1))
	fmt.Println(inv.Remove("pear", 4))
	names := slices.Sorted(maps.Keys(inv.items))
	fmt.Printf("%v %.2f %+v\n", names, inv.Total(), *inv.items["apple"])
}
