package main

import (
	"encoding/json"
	"fmt"
)

type T struct {
	A int
	B string
	C []int
	D map[string]int
	E *T
	F float64
	G uint8
	H bool
}

func main() {
	for _, s := range []string{"", "{", "}", "[1,", "[1 2]", `{"a"}`, `{"a":}`, `{"a":1,}`, `{a:1}`, "tru", "trux", "nul", `"abc`, `"a\qb"`, `"\u12g4"`, "01", "1.", "1.e", "1e", "-", "-x", "[1]x", "\"a\nb\"", "  ", `{"A":"x"}`, `{"B":1}`, `{"C":{}}`, `{"D":[]}`, `{"E":1}`, `{"A":1.5}`, `{"G":300}`, `{"G":-1}`, `{"H":"t"}`, `{"A":1e400}`, `{"F":1e400}`, `[]`, `5`, `"s"`, `null`, `{"C":[1,"x",3],"A":4}`, `{"E":{"A":"q"},"F":2.5}`, `{"a":7,"b":"lower"}`, `{"A":null,"C":null}`, `{"D":{"k":"v"}}`, `{"A":1,"A":2}`} {
		var t T
		err := json.Unmarshal([]byte(s), &t)
		if t.E != nil {
			fmt.Print(*t.E)
			t.E = nil
		}
		fmt.Printf("%s => %+v %v", s, t, err)
		if se, ok := err.(*json.SyntaxError); ok {
			fmt.Print(" @", se.Offset)
		}
		if te, ok := err.(*json.UnmarshalTypeError); ok {
			fmt.Print(" ", te.Value, te.Type, te.Offset, te.Struct, te.Field)
		}
		fmt.Println()
		var x any
		err = json.Unmarshal([]byte(s), &x)
		fmt.Println(x, err)
	}
	fmt.Println(json.Unmarshal([]byte("1"), nil), json.Unmarshal([]byte("1"), T{}), json.Unmarshal([]byte("1"), (*T)(nil)))
	_, err := json.Marshal(make(chan int))
	fmt.Println(err)
	_, err = json.Marshal(func() {})
	fmt.Println(err)
	_, err = json.Marshal(map[bool]int{})
	fmt.Println(err)
	_, err = json.Marshal(1i)
	fmt.Println(err)
}
