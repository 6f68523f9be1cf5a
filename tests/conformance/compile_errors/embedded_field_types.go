//how: refused

package main

type P *int
type I interface{ M() }

type A struct{ P }
type B struct{ *I }
type C struct{ **int }
type D struct{ []int }

func main() {}
