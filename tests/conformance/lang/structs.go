package main

import "fmt"

type Address struct {
	Street string
	No     int
}

type Person struct {
	Name string
	Age  int
	Address
	tags [2]string
}

func older(p Person) Person {
	p.Age++
	return p
}

func main() {
	p := Person{Name: "Ada", Age: 36, Address: Address{"Main", 1}}
	q := p
	q.Name = "Bob"
	q.Address.No = 2
	fmt.Println(p, q, p == q)
	fmt.Printf("%v\n%+v\n", p, q)
	fmt.Println(older(p).Age, p.Age, p.Street, q.No)
	r := &p
	r.Age = 40
	s := *r
	s.tags[1] = "x"
	fmt.Println(p.Age, p.tags[1] == "", s == p)
	anon := struct {
		A int
		B []int
	}{1, []int{2}}
	fmt.Printf("%v %+v\n", anon, anon)
	people := []Person{{Name: "x"}, {Name: "y"}}
	for _, v := range people {
		v.Name = "changed"
	}
	for i := range people {
		people[i].Age = i + 1
	}
	fmt.Println(people[0].Name, people[1].Age)
	ps := []*Person{{Name: "p"}}
	ps[0].Name += "q"
	fmt.Println(ps[0].Name)
	var zero struct{}
	fmt.Println(zero, struct{}{} == zero)
}
