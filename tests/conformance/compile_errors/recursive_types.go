//how: refused
package main

type A struct{ B }
type B struct{ A }
type C [2]C
type D struct{ d *D }
type E interface{ E }
type F F
type G = G
type H map[string]H
type J struct{ K }
type K struct{ L }
type L struct{ J }

func main() {}
