//how: refused

package main

import "fmt"

type Kitchen struct {
	Stoves int
	chefs  []string
}

func (k *Kitchen) AddChef(name string) { k.chefs = append(k.chefs, name) }
func (k *Kitchen) count() int          { return len(k.chefs) }

func main() {
	k := Kitchen{}
	k.stoves = 5
	k.Chefs = nil
	k.addChef("x")
	k.addchef("y")
	k.Count()
	fmt.println(k)
	fmt.Printl(k)
	kitchen := Kichen{}
	prinln("x")
}
